package id.dukcapil.portal.common.procedure;

/** A verb of a procedure, as it stands in the history of a case; implemented by its enum. */
public interface CaseAction {

    /** In Indonesian, as shown in the timeline. */
    String label();
}
