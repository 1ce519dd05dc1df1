package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.signing.TteProcess.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private static final RowMapper<TteProcess> PROCESS = (row, number) -> process(row);

    private final JdbcClient jdbc;
    private final TransactionTemplate own;
    private final Clock clock;

    TteLog(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Everything that was tried with a document, the latest first. */
    public List<TteProcess> about(ContentHash sent) {
        return jdbc.sql("SELECT * FROM tte_process WHERE digest_before = ? ORDER BY id DESC LIMIT 200")
                .param(sent.value())
                .query(PROCESS)
                .list();
    }

    /** @param before SHA-256 of the document that is sent; null for a question about a signer */
    @PreAuthorize("permitAll()")
    UUID begin(String provider, Action action, @Nullable Signer signer, @Nullable ContentHash before) {
        Instant now = clock.instant();
        UUID id = TimeOrderedId.at(now);
        own.executeWithoutResult(transaction -> jdbc.sql("""
                        INSERT INTO tte_process
                          (id, provider, action, staff_id, signer_name, digest_before, started_at)
                        VALUES (:id, :provider, :action, :staff, :signer, :before, :now)""")
                .param("id", id)
                .param("provider", provider)
                .param("action", action.name())
                .param("staff", signer == null ? null : signer.account().value())
                .param("signer", signer == null ? null : signer.fullName())
                .param("before", before == null ? null : before.value())
                .param("now", UtcDateTime.of(now))
                .update());
        return id;
    }

    /** By whoever signs, who need not be allowed to read the log; also in the background, when nobody is signed in. */
    @PreAuthorize("permitAll()")
    void finish(UUID id, Ending ending) {
        ProviderAnswer answer = ending.answer();
        own.executeWithoutResult(transaction -> jdbc.sql("""
                        UPDATE tte_process SET finished_at = :now, outcome = :outcome, explanation = :explanation,
                          digest_after = :after, document_id = :document, call_made = :call, http_status = :status,
                          code = :code, took_ms = :took, answer = :answer
                        WHERE id = :id""")
                .param("now", UtcDateTime.of(clock.instant()))
                .param("outcome", ending.outcome())
                .param("explanation", shortened(ending.explanation()))
                .param("after", ending.after() == null ? null : ending.after().value())
                .param("document", ending.documentId())
                .param("call", answer.call())
                .param("status", answer.httpStatus())
                .param("code", answer.code())
                .param("took", answer.took().toMillis())
                .param("answer", JSON.writeValueAsString(answer.metadata()))
                .param("id", id)
                .update());
    }

    /** How an attempt ended. */
    record Ending(
            String outcome,
            @Nullable String explanation,
            @Nullable ContentHash after,
            @Nullable String documentId,
            ProviderAnswer answer) {}

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_EXPLANATION ? text : text.substring(0, LONGEST_EXPLANATION);
    }

    private static TteProcess process(ResultSet row) throws SQLException {
        return new TteProcess(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                Action.valueOf(row.getString("action")),
                row.getString("signer_name"),
                hash(row.getString("digest_before")),
                hash(row.getString("digest_after")),
                UtcDateTime.read(row, "started_at"),
                UtcDateTime.readNullable(row, "finished_at"),
                row.getString("outcome"),
                row.getString("explanation"),
                row.getString("call_made"),
                row.getObject("http_status", Integer.class),
                row.getObject("code", Integer.class),
                row.getObject("took_ms", Long.class),
                row.getString("document_id"),
                row.getString("answer"));
    }

    private static @Nullable ContentHash hash(@Nullable String value) {
        return value == null ? null : new ContentHash(value);
    }
}
