package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads clients and keys for the administrator; who may see them is decided by the callers. */
@Component
class ApiClientLists {

    private static final RowMapper<ApiClientRow> CLIENT = (row, number) -> {
        String name = row.getString("name");
        return new ApiClientRow(
                row.getObject("id", UUID.class),
                name,
                row.getBoolean("enabled"),
                row.getInt("requests_per_minute"),
                scopes(row.getString("scopes")),
                row.getInt("working_keys"),
                UtcDateTime.readNullable(row, "last_used_at"),
                DemonstrationKey.ALL.stream().anyMatch(key -> key.client().equals(name)),
                UtcDateTime.read(row, "created_at"),
                row.getLong("version"));
    };

    private static final RowMapper<ApiKeyRow> KEY = RecordRow.of(ApiKeyRow.class)
            .with("demonstration", (row, number) -> DemonstrationKey.isPublished(row.getBytes("key_hash")));

    private static final String KEYS_OF_CLIENT = """
            SELECT id, prefix, key_hash, created_at, created_by, expires_at, revoked_at, revoke_reason,
                   last_used_at
            FROM channel_key WHERE client_id = ? ORDER BY created_at DESC, id""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiClientLists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<ApiClientRow> clients() {
        return jdbc.sql("""
                        SELECT c.id, c.name, c.enabled, c.requests_per_minute, c.created_at, c.version,
                               (SELECT GROUP_CONCAT(s.scope) FROM channel_client_scope s
                                WHERE s.client_id = c.id) AS scopes,
                               (SELECT COUNT(*) FROM channel_key k WHERE k.client_id = c.id AND k.revoked_at IS NULL
                                  AND (k.expires_at IS NULL OR k.expires_at > :now)) AS working_keys,
                               (SELECT MAX(k.last_used_at) FROM channel_key k
                                WHERE k.client_id = c.id) AS last_used_at
                        FROM channel_client c ORDER BY c.name""")
                .param("now", UtcDateTime.of(clock.instant()))
                .query(CLIENT)
                .list();
    }

    List<ApiKeyRow> keysOf(UUID client) {
        return jdbc.sql(KEYS_OF_CLIENT).param(client).query(KEY).list();
    }

    private static Set<ApiScope> scopes(@Nullable String codes) {
        var scopes = EnumSet.noneOf(ApiScope.class);
        if (codes != null) {
            Arrays.stream(codes.split(",")).map(ApiScope::ofCode).forEach(scopes::add);
        }
        return scopes;
    }
}
