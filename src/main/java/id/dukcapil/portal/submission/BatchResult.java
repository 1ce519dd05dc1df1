package id.dukcapil.portal.submission;

import org.jspecify.annotations.Nullable;

/**
 * What became of one request of several.
 *
 * @param submission as it is now; none when nothing was done with it
 * @param refusal why not, in words for the person; none when it was done
 */
public record BatchResult(
        SubmissionNumber number,
        @Nullable SubmissionDetails submission,
        @Nullable String refusal) {

    static BatchResult done(SubmissionDetails submission) {
        return new BatchResult(submission.number(), submission, null);
    }

    static BatchResult refused(SubmissionNumber number, String why) {
        return new BatchResult(number, null, why);
    }

    public boolean isDone() {
        return submission != null;
    }
}
