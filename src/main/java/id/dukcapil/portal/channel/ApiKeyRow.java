package id.dukcapil.portal.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as the administrator sees it; the secret itself is nowhere.
 *
 * @param prefix the beginning of the secret, to tell keys apart
 * @param lastUsedAt exact to the hour
 * @param demonstration whether it is published and known to everybody
 */
public record ApiKeyRow(
        UUID id,
        String prefix,
        Instant createdAt,
        @Nullable String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable String revokeReason,
        @Nullable Instant lastUsedAt,
        boolean demonstration) {

    /** Whether it opens the API at that moment. */
    public boolean worksAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
