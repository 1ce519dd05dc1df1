package id.dukcapil.portal.submission;

/** A verb that the request's present status does not allow; the message names that status in Indonesian. */
public class IllegalSubmissionMove extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalSubmissionMove(SubmissionNumber number, SubmissionStatus status, SubmissionAction action) {
        this(number, status, action.passive());
    }

    private IllegalSubmissionMove(SubmissionNumber number, SubmissionStatus status, String passive) {
        super("Permohonan %s berstatus \"%s\" sehingga tidak dapat %s.".formatted(number, status.label(), passive));
    }

    /** Papers can be added only while they are still looked at. */
    static IllegalSubmissionMove attachmentsClosed(SubmissionNumber number, SubmissionStatus status) {
        return new IllegalSubmissionMove(number, status, "ditambah lampirannya");
    }
}
