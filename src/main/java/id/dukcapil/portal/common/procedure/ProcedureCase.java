package id.dukcapil.portal.common.procedure;

import id.dukcapil.portal.common.ActingParty;

/** An aggregate that follows a procedure, as far as {@link CaseCommands} deals with it. */
public interface ProcedureCase {

    CaseStatus<?> status();

    /** Version of the stored row; 0 before it is stored. Not named like the field: Spring Data would read it as its property. */
    long storedVersion();

    /** For the user who decided upon an old version: which case was changed, by whom, to what. */
    String changedMeanwhile();

    /** The event that tells of the last step, with facts and without the aggregate. */
    Object moved();

    /** Whether that party may deal with this case. */
    boolean isWithinReachOf(ActingParty party);
}
