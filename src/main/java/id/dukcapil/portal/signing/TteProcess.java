package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.ContentHash;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log of TTE processes.
 *
 * @param finishedAt null when the portal ended in the middle, so that a signature may exist
 * @param outcome "SIGNED", "WRONG_PASSPHRASE", "ISSUE", "VALID", "UNAVAILABLE" …; null as {@code finishedAt}
 * @param answer metadata of the answer as JSON
 */
public record TteProcess(
        UUID id,
        String provider,
        Action action,
        @Nullable String signerName,
        @Nullable ContentHash before,
        @Nullable ContentHash after,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String outcome,
        @Nullable String explanation,
        @Nullable String call,
        @Nullable Integer httpStatus,
        @Nullable Integer code,
        @Nullable Long tookMillis,
        @Nullable String documentId,
        @Nullable String answer) {

    public enum Action {
        STATUS,
        SIGN,
        VERIFY
    }
}
