package id.dukcapil.portal.submission.attachment;

/** The answer to a paper that was handed in. A refusal is an ordinary answer, not an error. */
public sealed interface AttachmentDecision {

    /** The same paper sent again is the one that is there already. */
    record Accepted(Attachment attachment) implements AttachmentDecision {}

    /**
     * @param field of the request that has to be put right
     * @param message in words for whoever sent it
     */
    record Refused(Kind kind, String field, String message) implements AttachmentDecision {}

    /** Why a paper was not taken. */
    enum Kind {
        /** No such request within reach of who asks. */
        NO_SUCH_REQUEST,
        /** The request is being worked on or has ended. */
        NOT_OPEN,
        /** The file or what is said about it cannot be used. */
        UNFIT,
        /** The request has as many papers as it may have. */
        TOO_MUCH
    }
}
