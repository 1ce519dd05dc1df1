package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored batches, and the lease of the process that works on each. */
@Component
class SigningBatches {

    private static final int LONGEST_EXPLANATION = 500;
    static final RowMapper<BatchRow> ROW = RecordRow.of(BatchRow.class)
            .with(
                    "signer",
                    RecordRow.of(SignatoryLines.class)
                            .from("title", "signer_title")
                            .from("fullName", "signer_name")
                            .from("nip", "signer_nip"))
            .from("mandate", "mandate_number")
            .from("retryOf", "retry_of")
            .with("stopAsked", (row, number) -> row.getObject("stop_asked_at") != null);

    private final JdbcClient jdbc;

    SigningBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a batch begins with. */
    record Opening(
            SigningBatchId id,
            BatchSigner signer,
            String provider,
            @Nullable SigningBatchId retryOf,
            UUID runner) {}

    void open(Opening opening, Instant now) {
        Signer signer = opening.signer().signer();
        jdbc.sql("""
                        INSERT INTO signing_batch (id, signer_id, signer_name, signer_title, signer_nip, mandate_id,
                          mandate_number, provider, retry_of, state, started_at, runner, heartbeat_at)
                        VALUES (:id, :signer, :name, :title, :nip, :mandate,
                          :mandateNumber, :provider, :retryOf, 'RUNNING', :now, :runner, :now)""")
                .param("id", opening.id().value())
                .param("signer", signer.account().value())
                .param("name", signer.fullName())
                .param("title", signer.title())
                .param("nip", signer.nip())
                .param("mandate", opening.signer().mandate())
                .param("mandateNumber", opening.signer().mandateNumber())
                .param("provider", opening.provider())
                .param(
                        "retryOf",
                        opening.retryOf() == null ? null : opening.retryOf().value())
                .param("now", UtcDateTime.of(now))
                .param("runner", opening.runner())
                .update();
    }

    /** A sign of life. @return whether the batch is still this runner's */
    boolean renewLease(SigningBatchId batch, UUID runner, Instant now) {
        return jdbc.sql("UPDATE signing_batch SET heartbeat_at = ? WHERE id = ? AND runner = ? AND state = 'RUNNING'")
                        .param(UtcDateTime.of(now))
                        .param(batch.value())
                        .param(runner)
                        .update()
                == 1;
    }

    /** @return false when it is over already */
    boolean askToStop(SigningBatchId batch, Instant now) {
        return jdbc.sql("UPDATE signing_batch SET stop_asked_at = COALESCE(stop_asked_at, ?)"
                                + " WHERE id = ? AND state = 'RUNNING'")
                        .param(UtcDateTime.of(now))
                        .param(batch.value())
                        .update()
                == 1;
    }

    boolean isStopAsked(SigningBatchId batch) {
        return jdbc.sql("SELECT stop_asked_at IS NOT NULL FROM signing_batch WHERE id = ?")
                .param(batch.value())
                .query(Boolean.class)
                .single();
    }

    boolean end(SigningBatchId batch, UUID runner, BatchEnding ending, @Nullable String explanation, Instant now) {
        return jdbc.sql("""
                        UPDATE signing_batch SET state = 'ENDED', ending = :ending, explanation = :explanation,
                          ended_at = :now WHERE id = :id AND runner = :runner AND state = 'RUNNING'""")
                        .param("ending", ending.name())
                        .param(
                                "explanation",
                                explanation == null || explanation.length() <= LONGEST_EXPLANATION
                                        ? explanation
                                        : explanation.substring(0, LONGEST_EXPLANATION))
                        .param("now", UtcDateTime.of(now))
                        .param("id", batch.value())
                        .param("runner", runner)
                        .update()
                == 1;
    }

    /** Batches whose runner has given no sign of life since that moment. */
    List<SigningBatchId> silentSince(Instant moment, int limit) {
        return jdbc
                .sql("SELECT id FROM signing_batch WHERE state = 'RUNNING' AND heartbeat_at < ? ORDER BY id LIMIT ?")
                .param(UtcDateTime.of(moment))
                .param(limit)
                .query(OneColumn.ID)
                .list()
                .stream()
                .map(SigningBatchId::new)
                .toList();
    }

    /** Makes another runner the owner of a batch whose runner is silent. @return false when somebody else was faster */
    boolean takeOver(SigningBatchId batch, UUID runner, Instant silentSince, Instant now) {
        return jdbc.sql("""
                        UPDATE signing_batch SET runner = :runner, heartbeat_at = :now
                        WHERE id = :id AND state = 'RUNNING' AND heartbeat_at < :since""")
                        .param("runner", runner)
                        .param("now", UtcDateTime.of(now))
                        .param("id", batch.value())
                        .param("since", UtcDateTime.of(silentSince))
                        .update()
                == 1;
    }

    Optional<BatchRow> find(SigningBatchId batch) {
        return jdbc.sql("SELECT * FROM signing_batch WHERE id = ?")
                .param(batch.value())
                .query(ROW)
                .optional();
    }

    StaffId signerOf(SigningBatchId batch) {
        return jdbc.sql("SELECT signer_id AS id FROM signing_batch WHERE id = ?")
                .param(batch.value())
                .query(UUID.class)
                .optional()
                .map(StaffId::new)
                .orElseThrow();
    }

    /** The newest first, from before that one. */
    List<BatchRow> before(@Nullable SigningBatchId older, int limit) {
        return jdbc.sql("SELECT * FROM signing_batch WHERE :older IS NULL OR id < :older ORDER BY id DESC LIMIT :limit")
                .param("older", older == null ? null : older.value())
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    BatchCounts counts(SigningBatchId batch) {
        var counts = new EnumMap<ItemState, Integer>(ItemState.class);
        jdbc.sql("SELECT state, COUNT(*) AS documents FROM signing_item WHERE batch_id = ? GROUP BY state")
                .param(batch.value())
                .query((row, number) ->
                        counts.put(ItemState.valueOf(row.getString("state")), row.getInt("documents")) == null)
                .list();
        return new BatchCounts(counts);
    }
}
