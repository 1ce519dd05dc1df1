package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The history of batches in pages that stay fast at any depth. Whoever signed a batch sees all of it; whose reach is one
 * office sees of the batches of others the documents of that office, and no batch without any.
 */
@Service
@PreAuthorize("hasAuthority('SIGNING_READ')")
@Transactional(readOnly = true)
public class BatchLists {

    /** Counting stops here; a list then says "more than". */
    public static final int COUNT_LIMIT = KeysetQuery.COUNT_LIMIT;

    private static final KeysetQuery<BatchRow> LIST =
            new KeysetQuery<>("b.*", "signing_batch b", "b.id DESC", SigningBatches.ROW);

    private static final String DOCUMENTS = " FROM signing_item i JOIN signing_batch b ON b.id = i.batch_id"
            + " JOIN signing_document d ON d.id = i.document_id";
    private static final String DOCUMENT_IN_REACH = "(:span OR b.signer_id = :me OR d.office_code = :office)";
    private static final String BATCH_IN_REACH = "(:span OR b.signer_id = :me OR EXISTS (SELECT 1 FROM signing_item i"
            + " JOIN signing_document d ON d.id = i.document_id WHERE i.batch_id = b.id AND d.office_code = :office))";

    private static final RowMapper<KnownSigner> SIGNER = (row, number) ->
            new KnownSigner(new StaffId(row.getObject("signer_id", UUID.class)), row.getString("signer_name"));
    private static final RowMapper<StateOfBatch> STATE = RecordRow.of(StateOfBatch.class);
    private static final RowMapper<BatchEntry> ENTRY = RecordRow.of(BatchEntry.class)
            .from("unsigned", "digest")
            .from("signed", "signed_digest")
            .from("settledAt", "ended_at");

    private final CurrentStaff staff;
    private final JdbcClient jdbc;

    BatchLists(CurrentStaff staff, JdbcClient jdbc) {
        this.staff = staff;
        this.jdbc = jdbc;
    }

    /** Somebody who has signed a batch, for a filter. */
    public record KnownSigner(StaffId id, String name) {}

    private record StateOfBatch(SigningBatchId batch, ItemState state, int documents) {}

    /**
     * The newest first.
     *
     * @param after the last one already seen, or null from the beginning
     */
    public List<BatchLine> page(BatchFilter filter, @Nullable SigningBatchId after, int skip, int limit) {
        Where where = matching(filter).and("b.id < :after", "after", after == null ? null : after.value());
        return withCounts(LIST.page(jdbc, where, skip, limit));
    }

    /** How many batches match, counted up to {@link #COUNT_LIMIT} + 1. */
    public int count(BatchFilter filter) {
        return LIST.count(jdbc, matching(filter));
    }

    /** By the name under which each has signed last. */
    public List<KnownSigner> signers() {
        return jdbc.sql("SELECT b.signer_id, b.signer_name FROM signing_batch b"
                        + " JOIN (SELECT MAX(id) AS id FROM signing_batch GROUP BY signer_id) newest"
                        + " ON newest.id = b.id WHERE " + BATCH_IN_REACH + " ORDER BY b.signer_name")
                .params(reach())
                .query(SIGNER)
                .list();
    }

    /** Nothing when there is no such batch within reach. */
    public Optional<BatchLine> find(SigningBatchId id) {
        List<BatchRow> found = jdbc.sql("SELECT b.* FROM signing_batch b WHERE b.id = :id AND " + BATCH_IN_REACH)
                .params(reach())
                .param("id", id.value())
                .query(SigningBatches.ROW)
                .list();
        return withCounts(found).stream().findFirst();
    }

    /** Whether all documents of the batch are within reach, so that papers about the whole of it may be seen. */
    public boolean isWhole(SigningBatchId id) {
        return jdbc.sql("SELECT COUNT(*)" + DOCUMENTS + " WHERE i.batch_id = :id AND NOT " + DOCUMENT_IN_REACH)
                        .params(reach())
                        .param("id", id.value())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /**
     * The documents of a batch in their order.
     *
     * @param state only those that stand there; null means all
     * @param after the position of the last one already seen; 0 from the beginning
     */
    public List<BatchEntry> documents(SigningBatchId batch, @Nullable ItemState state, int after, int skip, int limit) {
        return jdbc.sql("SELECT i.*, d.title, d.reference, d.concerns" + DOCUMENTS
                        + " WHERE i.batch_id = :batch AND (:state IS NULL OR i.state = :state) AND i.position > :after AND "
                        + DOCUMENT_IN_REACH + " ORDER BY i.position LIMIT :limit OFFSET :skip")
                .params(reach())
                .param("batch", batch.value())
                .param("state", state == null ? null : state.name())
                .param("after", after)
                .param("limit", limit)
                .param("skip", skip)
                .query(ENTRY)
                .list();
    }

    private List<BatchLine> withCounts(List<BatchRow> batches) {
        if (batches.isEmpty()) {
            return List.of();
        }
        var states = new HashMap<SigningBatchId, EnumMap<ItemState, Integer>>();
        jdbc.sql("SELECT i.batch_id, i.state, COUNT(*) AS documents" + counted()
                        + " WHERE i.batch_id IN (:batches) AND " + (spans() ? ":span" : DOCUMENT_IN_REACH)
                        + " GROUP BY i.batch_id, i.state")
                .params(reach())
                .param(
                        "batches",
                        batches.stream().map(batch -> batch.id().value()).toList())
                .query(STATE)
                .list()
                .forEach(found -> states.computeIfAbsent(found.batch(), batch -> new EnumMap<>(ItemState.class))
                        .put(found.state(), found.documents()));
        return batches.stream()
                .map(batch -> new BatchLine(batch, new BatchCounts(states.getOrDefault(batch.id(), none()))))
                .toList();
    }

    private static EnumMap<ItemState, Integer> none() {
        return new EnumMap<>(ItemState.class);
    }

    /** Whoever sees all offices needs no look at each document to count it. */
    private String counted() {
        return spans() ? " FROM signing_item i" : DOCUMENTS;
    }

    private Where matching(BatchFilter filter) {
        StaffId signer = filter.signer();
        Instant from = filter.from();
        Instant until = filter.until();
        return new Where()
                .and(BATCH_IN_REACH)
                .parameters(reach())
                .is("b.signer_id", signer == null ? null : signer.value())
                .is("b.state", filter.running() ? "RUNNING" : null)
                .is("b.ending", filter.ending())
                .between(
                        "b.id",
                        from == null ? null : TimeOrderedId.beginningOf(from),
                        until == null ? null : TimeOrderedId.beginningOf(until));
    }

    private Map<String, Object> reach() {
        StaffMember member = staff.require();
        return Map.of(
                "span", spans(),
                "me", member.id().value(),
                "office", member.office().value());
    }

    private boolean spans() {
        return staff.may(Permission.OFFICE_SPAN);
    }
}
