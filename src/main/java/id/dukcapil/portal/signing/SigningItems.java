package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private static final RowMapper<SigningItem> ITEM = (row, number) -> item(row);

    private static final RowMapper<String> NAME = (row, number) -> row.getString(1);

    private final JdbcClient jdbc;

    SigningItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SigningBatchId batch, int position, SigningDocument document, Instant now) {
        jdbc.sql("""
                        INSERT INTO signing_item (id, batch_id, position, document_id, digest, state, attempt)
                        SELECT :id, :batch, :position, :document, :digest, 'WAITING', COUNT(*) + 1
                        FROM signing_item WHERE document_id = :document AND sent_at IS NOT NULL""")
                .param("id", TimeOrderedId.at(now))
                .param("batch", batch.value())
                .param("position", position)
                .param("document", document.id().value())
                .param("digest", document.unsigned().value())
                .update();
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
                .query(NAME)
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

    /** The last step before the provider is called. @return false when the batch is to stop or is no longer this runner's */
    boolean send(SigningItem item, UUID runner, Instant now) {
        return jdbc.sql("""
                        UPDATE signing_item i JOIN signing_batch b ON b.id = i.batch_id
                        SET i.state = 'SENT', i.sent_at = :now
                        WHERE i.id = :id AND i.state = 'WAITING'
                          AND b.state = 'RUNNING' AND b.runner = :runner AND b.stop_asked_at IS NULL""")
                        .param("now", UtcDateTime.of(now))
                        .param("id", item.id())
                        .param("runner", runner)
                        .update()
                == 1;
    }

    /** What the signed bytes will be called, before they are stored. @return false when somebody else has settled it */
    boolean writeAhead(SigningItem item, UUID runner, ContentHash signed, @Nullable String providerDocument) {
        return jdbc.sql("""
                        UPDATE signing_item i JOIN signing_batch b ON b.id = i.batch_id
                        SET i.signed_digest = :signed, i.provider_document = :document
                        WHERE i.id = :id AND i.state = 'SENT' AND i.signed_digest IS NULL
                          AND b.state = 'RUNNING' AND b.runner = :runner""")
                        .param("signed", signed.value())
                        .param("document", providerDocument)
                        .param("id", item.id())
                        .param("runner", runner)
                        .update()
                == 1;
    }

    /**
     * @return false when the item no longer stands where it was thought to be; nothing has changed then
     * @throws IllegalStateException when no item may take that step
     */
    boolean move(SigningItem item, ItemState from, ItemState to, @Nullable String explanation, Instant now) {
        if (!from.canBecome(to)) {
            throw new IllegalStateException("An item that is %s cannot become %s".formatted(from, to));
        }
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

    private static SigningItem item(ResultSet row) throws SQLException {
        String signed = row.getString("signed_digest");
        return new SigningItem(
                row.getObject("id", UUID.class),
                new SigningBatchId(row.getObject("batch_id", UUID.class)),
                row.getInt("position"),
                new SigningDocumentId(row.getObject("document_id", UUID.class)),
                new ContentHash(row.getString("digest")),
                ItemState.valueOf(row.getString("state")),
                signed == null ? null : new ContentHash(signed));
    }
}
