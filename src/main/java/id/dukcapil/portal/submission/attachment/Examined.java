package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.upload.FileKind;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.attachment.AttachmentDecision.Refused;

/**
 * A paper that was looked at but belongs to no request yet. Only {@link Attachments} makes one, so that nobody can refer
 * to content that was never brought.
 */
public final class Examined {

    /** What came of it. */
    sealed interface Outcome {}

    /** The content is in the store. */
    record Fit(AttachmentKind kind, String label, FileKind file, int size, int pages, ContentHash content)
            implements Outcome {}

    record Unfit(Refused why) implements Outcome {}

    private final SubmissionNumber number;
    private final Outcome outcome;

    Examined(SubmissionNumber number, Outcome outcome) {
        this.number = number;
        this.outcome = outcome;
    }

    SubmissionNumber number() {
        return number;
    }

    Outcome outcome() {
        return outcome;
    }
}
