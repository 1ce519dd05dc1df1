package id.dukcapil.portal.signing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch that has just been opened.
 *
 * @param certificateEnds when the signer's certificate ends; null where the provider does not tell
 */
record OpenedBatch(
        SigningBatchId id,
        UUID runner,
        BatchSigner signer,
        @Nullable Instant certificateEnds) {}
