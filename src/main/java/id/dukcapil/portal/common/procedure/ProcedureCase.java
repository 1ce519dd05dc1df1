package id.dukcapil.portal.common.procedure;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.OfficeCode;

/** An aggregate that follows a procedure, as far as {@link CaseCommands} deals with it. */
public interface ProcedureCase {

    CaseStatus<?> status();

    OfficeCode office();

    /** Version of the stored row; 0 before it is stored. */
    long version();

    /** For the user who decided upon an old version: which case was changed, by whom, to what. */
    String changedMeanwhile();

    /** The event that tells of the last step, with facts and without the aggregate. */
    Object moved();

    default boolean isWithinReachOf(ActingParty party) {
        return party.reaches(office());
    }
}
