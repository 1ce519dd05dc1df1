package id.dukcapil.portal.channel;

import id.dukcapil.portal.channel.ApiClients.IssuedKey;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes clients and keys; who may do so is decided by the callers. */
@Component
class ApiClientRecords {

    /** @param prefix the part of the key that may be shown */
    record KeyOwner(UUID client, String name, String prefix) {}

    private static final RowMapper<KeyOwner> OWNER = (row, number) ->
            new KeyOwner(row.getObject("client_id", UUID.class), row.getString("name"), row.getString("prefix"));

    private static final String OWNER_OF_KEY = """
            SELECT k.client_id, c.name, k.prefix FROM channel_key k JOIN channel_client c ON c.id = k.client_id
            WHERE k.id = ?""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiClientRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean exists(String name) {
        return jdbc.sql("SELECT COUNT(*) FROM channel_client WHERE name = ?")
                        .param(name)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the name is taken */
    ApiClient enterClient(String name, Set<ApiScope> scopes, int requestsPerMinute) {
        var client = new ApiClient(UUID.randomUUID(), name);
        jdbc.sql("""
                        INSERT INTO channel_client (id, name, enabled, requests_per_minute, created_at)
                        VALUES (:id, :name, TRUE, :rate, :now)""")
                .param("id", client.id())
                .param("name", client.name())
                .param("rate", requestsPerMinute)
                .param("now", UtcDateTime.of(clock.instant()))
                .update();
        replaceScopes(client.id(), scopes);
        return client;
    }

    Optional<String> nameOf(UUID client) {
        return jdbc.sql("SELECT name FROM channel_client WHERE id = ?")
                .param(client)
                .query(String.class)
                .optional();
    }

    /**
     * @return false when it is no longer as it was shown
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken
     */
    boolean change(ApiClientRow seen, String name, int requestsPerMinute) {
        return jdbc.sql("""
                        UPDATE channel_client SET name = :name, requests_per_minute = :rate, version = version + 1
                        WHERE id = :id AND version = :version""")
                        .param("name", name)
                        .param("rate", requestsPerMinute)
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    /** @return false when it was so already */
    boolean setEnabled(UUID client, boolean enabled) {
        return jdbc.sql("UPDATE channel_client SET enabled = :enabled, version = version + 1 "
                                + "WHERE id = :id AND enabled <> :enabled")
                        .param("enabled", enabled)
                        .param("id", client)
                        .update()
                == 1;
    }

    /** What the client may use from now on, instead of what it might before. */
    void replaceScopes(UUID client, Set<ApiScope> scopes) {
        jdbc.sql("DELETE FROM channel_client_scope WHERE client_id = ?")
                .param(client)
                .update();
        scopes.forEach(scope -> jdbc.sql("INSERT INTO channel_client_scope (client_id, scope) VALUES (?, ?)")
                .params(client, scope.code())
                .update());
    }

    /** @param issuer name of who hands it out */
    IssuedKey enterKey(UUID client, ApiKey key, @Nullable Instant expiresAt, String issuer) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO channel_key (id, client_id, key_hash, prefix, created_at, created_by, expires_at)
                        VALUES (:id, :client, :hash, :prefix, :now, :issuer, :expires)""")
                .param("id", id)
                .param("client", client)
                .param("hash", key.hash())
                .param("prefix", key.prefix())
                .param("now", UtcDateTime.of(clock.instant()))
                .param("issuer", issuer)
                .param("expires", UtcDateTime.ofNullable(expiresAt))
                .update();
        return new IssuedKey(id, key.text());
    }

    /** Whose key it is; nothing when there is no such key or it has been revoked. Locked until the transaction ends. */
    Optional<KeyOwner> lockUsable(UUID key) {
        return jdbc.sql(OWNER_OF_KEY + " AND k.revoked_at IS NULL FOR UPDATE")
                .param(key)
                .query(OWNER)
                .optional();
    }

    KeyOwner ownerOf(UUID key) {
        return jdbc.sql(OWNER_OF_KEY).param(key).query(OWNER).single();
    }

    /** Ends a key at that moment, unless it ends earlier. */
    void endBy(UUID key, Instant moment) {
        jdbc.sql("UPDATE channel_key SET expires_at = LEAST(COALESCE(expires_at, :end), :end) WHERE id = :id")
                .param("end", UtcDateTime.of(moment))
                .param("id", key)
                .update();
    }

    /** @return false when there is no such key or it was revoked before */
    boolean revoke(UUID key, String by, String reason) {
        return jdbc.sql("""
                        UPDATE channel_key SET revoked_at = :now, revoked_by = :by, revoke_reason = :reason
                        WHERE id = :id AND revoked_at IS NULL""")
                        .param("now", UtcDateTime.of(clock.instant()))
                        .param("by", by)
                        .param("reason", reason)
                        .param("id", key)
                        .update()
                == 1;
    }
}
