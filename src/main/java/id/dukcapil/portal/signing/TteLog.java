package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.signing.TteProcess.Action;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of TTE processes. A line is committed before anything is sent and completed afterwards, each in a transaction
 * of its own, so it tells of an attempt even when the portal ended in the middle of it.
 */
@Service
@PreAuthorize("hasAuthority('AUDIT_READ')")
public class TteLog {

    private static final int LONGEST_EXPLANATION = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RowMapper<TteProcess> PROCESS = RecordRow.of(TteProcess.class)
            .from("before", "digest_before")
            .from("after", "digest_after")
            .from("call", "call_made")
            .from("tookMillis", "took_ms");

    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate own;
    private final Clock clock;

    TteLog(JdbcClient client, JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.client = client;
        this.jdbc = jdbc;
        this.clock = clock;
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Everything that was tried with a document, the latest first. */
    public List<TteProcess> about(ContentHash sent) {
        return client.sql("SELECT * FROM tte_process WHERE digest_before = ? ORDER BY id DESC LIMIT 200")
                .param(sent.value())
                .query(PROCESS)
                .list();
    }

    /** @param before SHA-256 of the document that is sent; null for a question about a signer */
    @PreAuthorize("permitAll()")
    UUID begin(String provider, Action action, @Nullable Signer signer, @Nullable ContentHash before) {
        return begin(List.of(new Beginning(provider, action, signer, before))).getFirst();
    }

    /** Documents that are sent together to be signed. @return a line for each, in their order */
    @PreAuthorize("permitAll()")
    List<UUID> begin(String provider, Signer signer, List<ContentHash> before) {
        return begin(before.stream()
                .map(digest -> new Beginning(provider, Action.SIGN, signer, digest))
                .toList());
    }

    private List<UUID> begin(List<Beginning> beginnings) {
        Instant now = clock.instant();
        List<UUID> ids = beginnings.stream().map(each -> TimeOrderedId.at(now)).toList();
        var next = ids.iterator();
        own.executeWithoutResult(transaction ->
                jdbc.batchUpdate("""
                INSERT INTO tte_process (id, provider, action, staff_id, signer_name, digest_before, started_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", beginnings, beginnings.size(), (insert, beginning) -> {
                    insert.setObject(1, next.next());
                    beginning.writeTo(insert);
                    insert.setObject(7, UtcDateTime.of(now));
                }));
        return ids;
    }

    /**
     * By whoever signs, who need not be allowed to read the log; also in the background, when nobody is signed in.
     *
     * @param endings one for each line
     */
    @PreAuthorize("permitAll()")
    void finish(List<UUID> ids, List<Ending> endings) {
        LocalDateTime now = UtcDateTime.of(clock.instant());
        var id = ids.iterator();
        own.executeWithoutResult(transaction -> jdbc.batchUpdate("""
                UPDATE tte_process SET outcome = ?, explanation = ?, digest_after = ?, document_id = ?, call_made = ?,
                  http_status = ?, code = ?, took_ms = ?, answer = ?, finished_at = ?
                WHERE id = ?""", endings, endings.size(), (update, ending) -> {
            ending.writeTo(update);
            update.setObject(10, now);
            update.setObject(11, id.next());
        }));
    }

    private record Beginning(
            String provider,
            Action action,
            @Nullable Signer signer,
            @Nullable ContentHash before) {

        void writeTo(PreparedStatement insert) throws SQLException {
            insert.setString(2, provider);
            insert.setString(3, action.name());
            insert.setObject(4, signer == null ? null : signer.account().value());
            insert.setString(5, signer == null ? null : signer.fullName());
            insert.setString(6, before == null ? null : before.value());
        }
    }

    /** How an attempt ended. */
    record Ending(
            String outcome,
            @Nullable String explanation,
            @Nullable ContentHash after,
            @Nullable String documentId,
            ProviderAnswer answer) {

        void writeTo(PreparedStatement update) throws SQLException {
            update.setString(1, outcome);
            update.setString(2, shortened(explanation));
            update.setString(3, after == null ? null : after.value());
            update.setString(4, documentId);
            update.setString(5, answer.call());
            update.setObject(6, answer.httpStatus());
            update.setObject(7, answer.code());
            update.setLong(8, answer.took().toMillis());
            update.setString(9, JSON.writeValueAsString(answer.metadata()));
        }
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_EXPLANATION ? text : text.substring(0, LONGEST_EXPLANATION);
    }
}
