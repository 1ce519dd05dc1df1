package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.submission.SubmissionNumber;
import java.util.List;
import java.util.Set;

/**
 * The papers of a request as they stand now.
 *
 * @param present in the order of the form
 * @param missing what the reason still needs
 * @param opened those that the acting member of staff has opened since the request came to this desk
 * @param addable whether who asks may add to them now
 */
public record Papers(
        SubmissionNumber number,
        String reasonCode,
        List<Attachment> present,
        List<Requirement> missing,
        Set<AttachmentId> opened,
        boolean addable) {

    public Papers {
        present = List.copyOf(present);
        missing = List.copyOf(missing);
        opened = Set.copyOf(opened);
    }

    public boolean complete() {
        return missing.isEmpty();
    }
}
