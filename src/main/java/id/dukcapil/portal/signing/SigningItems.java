package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.ContentHash;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The documents of batches. Every step is one conditional UPDATE that commits by itself unless the caller has a
 * transaction, so that two processes which believe that a batch is theirs can never both take the same step.
 */
@Component
class SigningItems {

    private static final int LONGEST_EXPLANATION = 500;
    private static final RowMapper<SigningItem> ITEM =
            RecordRow.of(SigningItem.class).from("signed", "signed_digest");

    private static final RowMapper<Map.Entry<UUID, Integer>> ATTEMPTS =
            (row, number) -> Map.entry(row.getObject("document_id", UUID.class), row.getInt("sent"));

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    SigningItems(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** In their order; in a transaction of the caller, who has locked the documents. */
    void add(SigningBatchId batch, List<SigningDocument> documents, Instant now) {
        Map<UUID, Integer> earlier = earlierAttempts(documents);
        var position = new AtomicInteger();
        template.batchUpdate("""
                INSERT INTO signing_item (id, batch_id, position, document_id, digest, state, attempt)
                VALUES (?, ?, ?, ?, ?, 'WAITING', ?)""", documents, documents.size(), (insert, document) -> {
            insert.setObject(1, TimeOrderedId.at(now));
            insert.setObject(2, batch.value());
            insert.setInt(3, position.incrementAndGet());
            insert.setObject(4, document.id().value());
            insert.setString(5, document.unsigned().value());
            insert.setInt(6, earlier.getOrDefault(document.id().value(), 0) + 1);
        });
    }

    /** How often each was sent; those that never were are left out. */
    private Map<UUID, Integer> earlierAttempts(List<SigningDocument> documents) {
        return jdbc
                .sql("SELECT document_id, COUNT(*) AS sent FROM signing_item"
                        + " WHERE document_id IN (:documents) AND sent_at IS NOT NULL GROUP BY document_id")
                .param(
                        "documents",
                        documents.stream()
                                .map(document -> document.id().value())
                                .toList())
                .query(ATTEMPTS)
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<SigningItem> in(SigningBatchId batch, ItemState state) {
        return jdbc.sql("SELECT * FROM signing_item WHERE batch_id = ? AND state = ? ORDER BY position")
                .param(batch.value())
                .param(state.name())
                .query(ITEM)
                .list();
    }

    Optional<SigningItem> find(UUID id) {
        return jdbc.sql("SELECT * FROM signing_item WHERE id = ?")
                .param(id)
                .query(ITEM)
                .optional();
    }

    /** Who has the document in a batch of theirs. */
    Optional<String> holderOf(SigningDocumentId document) {
        return jdbc.sql("SELECT b.signer_name FROM signing_item i JOIN signing_batch b ON b.id = i.batch_id"
                        + " WHERE i.open_document = ?")
                .param(document.value())
                .query(String.class)
                .optional();
    }

    /** Documents of a batch that were not signed and wait again. */
    List<SigningDocumentId> unsignedOf(SigningBatchId batch) {
        return jdbc
                .sql("SELECT i.* FROM signing_item i JOIN signing_document d ON d.id = i.document_id"
                        + " WHERE i.batch_id = ? AND i.state IN ('FAILED', 'NOT_DONE')"
                        + " AND d.status = 'AWAITING' ORDER BY i.position")
                .param(batch.value())
                .query(ITEM)
                .list()
                .stream()
                .map(SigningItem::document)
                .toList();
    }

    /**
     * The last step before the provider is called; in a transaction of the caller.
     *
     * @return for each whether it was done; not when the batch is to stop or is no longer this runner's
     */
    boolean[] send(List<SigningItem> bundle, UUID runner, Instant now) {
        return each("""
                UPDATE signing_item i JOIN signing_batch b ON b.id = i.batch_id
                SET i.state = 'SENT', i.sent_at = ?
                WHERE i.id = ? AND i.state = 'WAITING'
                  AND b.state = 'RUNNING' AND b.runner = ? AND b.stop_asked_at IS NULL""", bundle, (update, item) -> {
            update.setObject(1, UtcDateTime.of(now));
            update.setObject(2, item.id());
            update.setObject(3, runner);
        });
    }

    /**
     * What the signed bytes will be called, before they are stored; in a transaction of the caller.
     *
     * @return for each whether it was done; not when somebody else has settled it
     */
    boolean[] writeAhead(List<Ahead> bundle, UUID runner) {
        return each("""
                UPDATE signing_item i JOIN signing_batch b ON b.id = i.batch_id
                SET i.signed_digest = ?, i.provider_document = ?
                WHERE i.id = ? AND i.state = 'SENT' AND i.signed_digest IS NULL
                  AND b.state = 'RUNNING' AND b.runner = ?""", bundle, (update, ahead) -> {
            update.setString(1, ahead.signed().value());
            update.setString(2, ahead.providerDocument());
            update.setObject(3, ahead.item().id());
            update.setObject(4, runner);
        });
    }

    /** @param providerDocument {@code id_dokumen} of BSrE v1 */
    record Ahead(
            SigningItem item, ContentHash signed, @Nullable String providerDocument) {}

    private <T> boolean[] each(String sql, List<T> bundle, ParameterizedPreparedStatementSetter<T> values) {
        if (bundle.isEmpty()) {
            return new boolean[0];
        }
        int[] updated = template.batchUpdate(sql, bundle, bundle.size(), values)[0];
        var done = new boolean[updated.length];
        for (int each = 0; each < done.length; each++) {
            done[each] = updated[each] == 1;
        }
        return done;
    }

    /**
     * The end of their way; in a transaction of the caller.
     *
     * @return for each whether it was done; not when somebody else has settled it
     */
    boolean[] signed(List<SigningItem> bundle, ItemState from, Instant now) {
        requireStep(from, ItemState.SIGNED);
        return each(
                "UPDATE signing_item SET state = 'SIGNED', explanation = NULL, ended_at = ? WHERE id = ? AND state = ?",
                bundle,
                (update, item) -> {
                    update.setObject(1, UtcDateTime.of(now));
                    update.setObject(2, item.id());
                    update.setString(3, from.name());
                });
    }

    /**
     * @return false when the item no longer stands where it was thought to be; nothing has changed then
     * @throws IllegalStateException when no item may take that step
     */
    boolean move(SigningItem item, ItemState from, ItemState to, @Nullable String explanation, Instant now) {
        requireStep(from, to);
        return jdbc.sql("""
                        UPDATE signing_item SET state = :to, explanation = :explanation, ended_at = :now
                        WHERE id = :id AND state = :from""")
                        .param("to", to.name())
                        .param("explanation", shortened(explanation))
                        .param("now", UtcDateTime.of(now))
                        .param("id", item.id())
                        .param("from", from.name())
                        .update()
                == 1;
    }

    private static void requireStep(ItemState from, ItemState to) {
        if (!from.canBecome(to)) {
            throw new IllegalStateException("An item that is %s cannot become %s".formatted(from, to));
        }
    }

    /** Who answers for it that no signature exists. */
    void declared(SigningItem item, String by) {
        jdbc.sql("UPDATE signing_item SET declared_by = ? WHERE id = ?")
                .param(by)
                .param(item.id())
                .update();
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_EXPLANATION ? text : text.substring(0, LONGEST_EXPLANATION);
    }
}
