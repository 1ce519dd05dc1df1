package id.dukcapil.portal.operations;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line in the history of a job: one failed run, or the successful runs of one hour.
 *
 * @param longest the longest of these runs
 * @param error what went wrong, without personal data; none for successes
 */
public record JobRun(
        boolean failed,
        int runs,
        Instant startedAt,
        Instant finishedAt,
        Duration longest,
        @Nullable String error) {}
