package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.StaffMember;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at a batch while it is signed, in whichever process and from whichever device it was begun: only what is
 * committed is shown.
 */
@Service
@PreAuthorize("hasAuthority('SIGNING_READ')")
@Transactional(readOnly = true)
public class BatchFollowing {

    /** So many troubled documents are listed; whoever wants all of them opens the batch. */
    public static final int MOST_TROUBLED = 100;

    private static final RowMapper<SigningBatchId> BATCH =
            (row, number) -> new SigningBatchId(row.getObject(1, UUID.class));
    private static final RowMapper<ItemRow> ITEM = RecordRow.of(ItemRow.class).from("item", "id");
    private static final String ITEMS = "SELECT i.*, d.title, d.reference, d.concerns FROM signing_item i"
            + " JOIN signing_document d ON d.id = i.document_id WHERE ";

    private final SigningBatches batches;
    private final CurrentStaff staff;
    private final JdbcClient jdbc;

    BatchFollowing(SigningBatches batches, CurrentStaff staff, JdbcClient jdbc) {
        this.batches = batches;
        this.staff = staff;
        this.jdbc = jdbc;
    }

    /** The newest batch of the acting one that is still being signed. */
    public Optional<SigningBatchId> mineRunning() {
        return jdbc.sql(
                        "SELECT id FROM signing_batch WHERE state = 'RUNNING' AND signer_id = ? ORDER BY id DESC LIMIT 1")
                .param(staff.require().id().value())
                .query(BATCH)
                .optional();
    }

    public Optional<BatchState> of(SigningBatchId id) {
        return batches.find(id)
                .map(batch -> new BatchState(
                        batch,
                        batches.counts(id),
                        batches.signerOf(id).equals(staff.require().id()),
                        batch.ending() == null ? in(id, ItemState.SENT) : List.of(),
                        in(id, ItemState.UNKNOWN, ItemState.FAILED)));
    }

    private List<ItemRow> in(SigningBatchId batch, ItemState... states) {
        return jdbc.sql(ITEMS + "i.batch_id = :batch AND i.state IN (:states) ORDER BY i.position LIMIT :most")
                .param("batch", batch.value())
                .param("states", Arrays.stream(states).map(ItemState::name).toList())
                .param("most", MOST_TROUBLED)
                .query(ITEM)
                .list();
    }

    /** What is unknown in any batch of the offices within reach, the oldest first. */
    public List<ItemRow> unknown(int limit) {
        StaffMember member = staff.require();
        return jdbc.sql(ITEMS + "i.state = 'UNKNOWN' AND (:span OR d.office_code = :office) ORDER BY i.id LIMIT :limit")
                .param("span", member.may(Permission.OFFICE_SPAN))
                .param("office", member.office().value())
                .param("limit", limit)
                .query(ITEM)
                .list();
    }
}
