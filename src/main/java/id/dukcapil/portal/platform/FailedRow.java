package id.dukcapil.portal.platform;

import java.time.Instant;

/**
 * A row that a recurring job could not deal with.
 *
 * @param what what the job does with such rows, as administrators read it: "Mengingatkan pemohon"
 * @param key of the row in its table
 * @param attempts how many have failed in a row
 * @param error kinds of the exceptions from the outermost to the root, without what they say
 */
public record FailedRow(
        String job,
        String what,
        String key,
        int attempts,
        Instant firstFailedAt,
        Instant lastFailedAt,
        Instant nextAttemptAt,
        String error) {}
