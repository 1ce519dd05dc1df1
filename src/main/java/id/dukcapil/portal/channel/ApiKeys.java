package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges presented keys: one indexed look-up per request, so that a revoked key stops working with the next request. */
@Component
class ApiKeys {

    /** Written at most this often per key, because a write per request would make the key's row hot. */
    private static final Duration LAST_USE_PRECISION = Duration.ofHours(1);

    private static final RowMapper<Presented> ROW = RecordRow.of(Presented.class)
            .from("key", "key_id")
            .with("client", RecordRow.of(ApiClient.class).from("id", "client_id"))
            .with("scopes", (row, number) -> List.of(row.getString("scopes").split(",")));

    private record Presented(
            UUID key,
            ApiClient client,
            List<String> scopes,
            int requestsPerMinute,
            boolean enabled,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt) {

        boolean opensAt(Instant now) {
            return enabled && revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean demonstration;

    ApiKeys(JdbcClient jdbc, Clock clock, @Value("${portal.demonstration:false}") boolean demonstration) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    /**
     * Empty for a key that is unknown, revoked or expired, for a client that is switched off, and outside the
     * demonstration for a published key.
     */
    Optional<ApiAuthentication> accept(ApiKey key) {
        if (!demonstration && DemonstrationKey.isPublished(key.hash())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Presented> presented = find(key).filter(candidate -> candidate.opensAt(now));
        presented.ifPresent(accepted -> noteUse(accepted, now));
        return presented.map(
                accepted -> new ApiAuthentication(accepted.client(), accepted.scopes(), accepted.requestsPerMinute()));
    }

    private Optional<Presented> find(ApiKey key) {
        return jdbc.sql("""
                        SELECT k.id AS key_id, k.expires_at, k.revoked_at, k.last_used_at,
                               c.id AS client_id, c.name, c.enabled, c.requests_per_minute,
                               COALESCE((SELECT GROUP_CONCAT(s.scope) FROM channel_client_scope s
                                         WHERE s.client_id = c.id), '') AS scopes
                        FROM channel_key k JOIN channel_client c ON c.id = k.client_id
                        WHERE k.key_hash = ?""").param(key.hash()).query(ROW).optional();
    }

    private void noteUse(Presented key, Instant now) {
        Instant stale = now.minus(LAST_USE_PRECISION);
        Instant last = key.lastUsedAt();
        if (last != null && last.isAfter(stale)) {
            return;
        }
        jdbc.sql("""
                        UPDATE channel_key SET last_used_at = :now
                        WHERE id = :id AND (last_used_at IS NULL OR last_used_at <= :stale)""")
                .param("now", UtcDateTime.of(now))
                .param("id", key.key())
                .param("stale", UtcDateTime.of(stale))
                .update();
    }
}
