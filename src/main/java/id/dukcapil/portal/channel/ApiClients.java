package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outside systems the office lets in, and their keys. A key is replaced without an interruption by issuing the
 * next one first; revoking works from the next request on.
 */
@Service
@PreAuthorize("hasAuthority('API_CLIENT_EDIT')")
public class ApiClients {

    private static final int LONGEST_NAME = 120;
    private static final int HIGHEST_RATE = 1_000_000;
    private static final RowMapper<UUID> ID = (row, number) -> row.getObject(1, UUID.class);
    private static final RowMapper<KeyRow> KEY = (row, number) -> new KeyRow(
            row.getObject("id", UUID.class),
            row.getString("prefix"),
            row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
            UtcDateTime.read(row, "expires_at"),
            UtcDateTime.read(row, "revoked_at"),
            UtcDateTime.read(row, "last_used_at"));

    /**
     * A key that has just been issued.
     *
     * @param text the secret; this is the only time it can be seen
     */
    public record IssuedKey(UUID id, String text) {

        @Override
        public String toString() {
            return "IssuedKey[id=" + id + "]";
        }
    }

    /**
     * A key as the administrator sees it.
     *
     * @param prefix the beginning of the secret, to tell keys apart
     * @param lastUsedAt exact to the hour
     */
    public record KeyRow(
            UUID id,
            String prefix,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt) {}

    private final ApiClientRecords records;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApiClients(ApiClientRecords records, JdbcClient jdbc, Clock clock) {
        this.records = records;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param requestsPerMinute all processes of the portal together
     * @throws InvalidInput when the name is missing, too long or taken, a scope is missing or the rate is not positive
     */
    @Transactional
    public ApiClient register(String name, Set<ApiScope> scopes, int requestsPerMinute) {
        requireUsable(name, scopes, requestsPerMinute);
        try {
            return records.enterClient(name.strip(), scopes, requestsPerMinute);
        } catch (DuplicateKeyException taken) {
            throw new InvalidInput("name", "Klien API dengan nama itu sudah ada.");
        }
    }

    /** @param expiresAt null for a key that works until it is revoked */
    @Transactional
    public IssuedKey issueKey(UUID client, @Nullable Instant expiresAt) {
        return records.enterKey(client, ApiKey.random(), expiresAt);
    }

    /**
     * Issues the next key of the same client; the old one keeps working for the overlap, so that the outside system can
     * change over without an interruption.
     *
     * @throws InvalidInput when the old key does not exist or has been revoked
     */
    @Transactional
    public IssuedKey rotateKey(UUID oldKey, Duration overlap) {
        UUID client = jdbc.sql("SELECT client_id FROM channel_key WHERE id = ? AND revoked_at IS NULL FOR UPDATE")
                .param(oldKey)
                .query(ID)
                .optional()
                .orElseThrow(() -> new InvalidInput("key", "Kunci itu tidak ada atau sudah dicabut."));
        jdbc.sql("UPDATE channel_key SET expires_at = LEAST(COALESCE(expires_at, :end), :end) WHERE id = :id")
                .param("end", UtcDateTime.of(clock.instant().plus(overlap)))
                .param("id", oldKey)
                .update();
        return records.enterKey(client, ApiKey.random(), null);
    }

    /** Revoking twice keeps the first moment. */
    @Transactional
    public void revokeKey(UUID key) {
        jdbc.sql("UPDATE channel_key SET revoked_at = COALESCE(revoked_at, :now) WHERE id = :id")
                .param("now", UtcDateTime.of(clock.instant()))
                .param("id", key)
                .update();
    }

    /** Switches all keys of a client off or on again at once. */
    @Transactional
    public void setEnabled(UUID client, boolean enabled) {
        jdbc.sql("UPDATE channel_client SET enabled = :enabled WHERE id = :id")
                .param("enabled", enabled)
                .param("id", client)
                .update();
    }

    /** Newest first. */
    public List<KeyRow> keysOf(UUID client) {
        return jdbc.sql("""
                        SELECT id, prefix, created_at, expires_at, revoked_at, last_used_at FROM channel_key
                        WHERE client_id = ? ORDER BY created_at DESC, id""").param(client).query(KEY).list();
    }

    private static void requireUsable(String name, Set<ApiScope> scopes, int requestsPerMinute) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new InvalidInput("name", "Nama klien API wajib diisi, paling banyak 120 huruf.");
        }
        if (scopes.isEmpty()) {
            throw new InvalidInput("scopes", "Pilih paling sedikit satu cakupan.");
        }
        if (requestsPerMinute < 1 || requestsPerMinute > HIGHEST_RATE) {
            throw new InvalidInput("requestsPerMinute", "Batas permintaan per menit harus antara 1 dan 1.000.000.");
        }
    }
}
