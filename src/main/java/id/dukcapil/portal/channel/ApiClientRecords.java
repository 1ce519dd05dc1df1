package id.dukcapil.portal.channel;

import id.dukcapil.portal.channel.ApiClients.IssuedKey;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes clients and keys; who may do so is decided by the callers. */
@Component
class ApiClientRecords {

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
}
