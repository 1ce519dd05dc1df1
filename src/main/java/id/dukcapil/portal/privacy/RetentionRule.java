package id.dukcapil.portal.privacy;

import java.time.Instant;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How long a kind of data is kept, and what became of it last.
 *
 * @param standard without a decision of the office
 * @param period what holds
 * @param fixed whether the office may not change it
 * @param changedBy who set a period of the office's own, or null
 * @param lastRun null when the job has not come by yet
 */
public record RetentionRule(
        String key,
        String label,
        String outcome,
        String basis,
        Period standard,
        Period period,
        boolean fixed,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        @Nullable String reason,
        @Nullable Run lastRun) {

    /**
     * One visit of the job.
     *
     * @param endedBefore what had ended before that was removed
     * @param finishedAt null while it runs, or when it was cut off
     * @param failure why it stopped early, or null
     */
    public record Run(
            Instant endedBefore,
            int removed,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String failure) {}
}
