package id.dukcapil.portal.submission;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.submission}.
 *
 * @param heldFor how long a claim lasts without work on the request
 * @param takeBackFor how long a decision can be taken back by whoever made it; a letter about it waits so long
 * @param completeWithinDays how many calendar days the applicant has to bring what is missing
 * @param remindAfterDays how many days after the return the applicant is told once more
 * @param warnBefore how long before a step is due whoever works on it is warned, on the clock on the wall
 */
@ConfigurationProperties("portal.submission")
public record SubmissionSettings(
        @DefaultValue("30m") Duration heldFor,
        @DefaultValue("10s") Duration takeBackFor,
        @DefaultValue("14") int completeWithinDays,
        @DefaultValue("7") int remindAfterDays,
        @DefaultValue("2m") Duration warnBefore) {

    /** @throws IllegalArgumentException when the times contradict each other */
    public SubmissionSettings {
        if (!heldFor.isPositive() || takeBackFor.isNegative() || warnBefore.isNegative()) {
            throw new IllegalArgumentException("portal.submission: held-for must be positive, the others not negative");
        }
        if (remindAfterDays < 1 || remindAfterDays >= completeWithinDays) {
            throw new IllegalArgumentException(
                    "portal.submission: remind-after-days must lie between the return and complete-within-days");
        }
    }
}
