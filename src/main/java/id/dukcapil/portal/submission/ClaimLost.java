package id.dukcapil.portal.submission;

import java.time.Instant;

/**
 * Somebody does not hold a request any more without having let it go. Published inside the transaction in which that
 * happened.
 *
 * @param lost what was held, and by whom
 * @param by name of the supervisor who took it; the portal itself when the time was over
 */
public record ClaimLost(
        SubmissionDetails submission, SubmissionDetails.Holding lost, Reason reason, String by, Instant at) {

    public enum Reason {
        TAKEN_OVER,
        TIME_OVER
    }
}
