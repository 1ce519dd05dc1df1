package id.dukcapil.portal.channel;

import static java.util.stream.Collectors.groupingBy;

import id.dukcapil.portal.common.UtcDateTime;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The same promise as {@link Idempotency}, for work that is done for many requests in one transaction: it looks up what was
 * answered before, and keeps what it answers, itself. Two processes that do the same request at the same time collide at
 * the key; the one that comes second has to begin anew and then finds the answer.
 */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(propagation = Propagation.MANDATORY)
public class KeyedAnswers {

    private static final String KEEP = """
            INSERT INTO channel_idempotency (client_id, idem_key, request_hash, created_at, status, body, location)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeyedAnswers(JdbcTemplate jdbc, Clock clock) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /** What was answered to these before, by client and key. */
    public Map<ClientKey, FirstAnswer> givenTo(Collection<IdempotentRequest> requests) {
        var given = new HashMap<ClientKey, FirstAnswer>();
        requests.stream()
                .collect(groupingBy(IdempotentRequest::client))
                .forEach((client, ofClient) ->
                        find(client, ofClient).forEach(answer -> given.put(ClientKey.of(answer.request()), answer)));
        return given;
    }

    /** @param client whose keys they are; @param key as the client chose it */
    public record ClientKey(UUID client, String key) {

        public static ClientKey of(IdempotentRequest request) {
            return new ClientKey(request.client().id(), request.key());
        }
    }

    private List<FirstAnswer> find(ApiClient client, List<IdempotentRequest> requests) {
        return jdbc.sql("""
                        SELECT idem_key, request_hash, status, body, location FROM channel_idempotency
                        WHERE client_id = :client AND idem_key IN (:keys)""")
                .param("client", client.id())
                .param("keys", requests.stream().map(IdempotentRequest::key).toList())
                .query((row, number) -> kept(client, row))
                .list();
    }

    static FirstAnswer kept(ApiClient client, ResultSet row) throws SQLException {
        String location = row.getString("location");
        return new FirstAnswer(
                new IdempotentRequest(client, row.getString("idem_key"), row.getBytes("request_hash")),
                row.getInt("status"),
                location == null ? null : URI.create(location),
                row.getString("body"),
                true);
    }

    /** Keeps them with the work; all in one journey to the database. */
    public void keep(List<FirstAnswer> answers) {
        LocalDateTime now = UtcDateTime.of(clock.instant());
        batches.batchUpdate(KEEP, answers, Math.max(answers.size(), 1), (insert, answer) -> {
            insert.setString(1, answer.request().client().id().toString());
            insert.setString(2, answer.request().key());
            insert.setBytes(3, answer.request().requestHash());
            insert.setObject(4, now);
            insert.setInt(5, answer.status());
            insert.setString(6, answer.body());
            insert.setString(7, text(answer.location()));
        });
    }

    private static @Nullable String text(@Nullable URI location) {
        return location == null ? null : location.toString();
    }
}
