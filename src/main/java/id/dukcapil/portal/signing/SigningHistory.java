package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.RecordRow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The batches that were signed and are being signed, to look at. */
@Service
@PreAuthorize("hasAuthority('SIGNING_READ')")
public class SigningHistory {

    private static final RowMapper<ItemRow> ITEM = RecordRow.of(ItemRow.class).from("item", "id");

    private final SigningBatches batches;
    private final JdbcClient jdbc;

    SigningHistory(SigningBatches batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<BatchRow> find(SigningBatchId batch) {
        return batches.find(batch);
    }

    @Transactional(readOnly = true)
    public BatchCounts counts(SigningBatchId batch) {
        return batches.counts(batch);
    }

    /** The newest first. @param older the last one of the page before; null for the first page */
    @Transactional(readOnly = true)
    public List<BatchRow> before(@Nullable SigningBatchId older, int limit) {
        return batches.before(older, limit);
    }

    /** In the order in which they were to be signed. */
    @Transactional(readOnly = true)
    public List<ItemRow> documentsOf(SigningBatchId batch) {
        return jdbc.sql("SELECT i.*, d.title, d.reference, d.concerns FROM signing_item i"
                        + " JOIN signing_document d ON d.id = i.document_id WHERE i.batch_id = ? ORDER BY i.position")
                .param(batch.value())
                .query(ITEM)
                .list();
    }
}
