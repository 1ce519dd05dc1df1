package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.submission.SubmissionNumber;
import java.util.List;

/**
 * The papers of a request as they stand now.
 *
 * @param present in the order of the form
 * @param missing what the reason still needs
 * @param addable whether who asks may add to them now
 */
public record Papers(
        SubmissionNumber number,
        String reasonCode,
        List<Attachment> present,
        List<Requirement> missing,
        boolean addable) {

    public Papers {
        present = List.copyOf(present);
        missing = List.copyOf(missing);
    }

    public boolean complete() {
        return missing.isEmpty();
    }
}
