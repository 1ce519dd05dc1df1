package id.dukcapil.portal.signing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A batch in a list.
 *
 * @param mandate number of the letter on which a deputy relied
 * @param retryOf the batch whose failures were tried again
 * @param ending null while it is running
 * @param stopAsked whether the signer wants it to end
 */
public record BatchRow(
        SigningBatchId id,
        SignatoryLines signer,
        @Nullable String mandate,
        String provider,
        @Nullable SigningBatchId retryOf,
        @Nullable BatchEnding ending,
        @Nullable String explanation,
        Instant startedAt,
        @Nullable Instant endedAt,
        boolean stopAsked) {}
