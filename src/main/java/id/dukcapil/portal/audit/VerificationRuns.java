package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Carries out verifications and remembers how each went. */
@Component
class VerificationRuns {

    private static final Logger log = LoggerFactory.getLogger(VerificationRuns.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RowMapper<VerificationRun> RUN =
            RecordRow.of(VerificationRun.class).with("damages", (row, number) -> damages(row.getString("damages")));

    private final TrailRows rows;
    private final SealingKeys keys;
    private final BatchHashes hashes;
    private final JdbcClient jdbc;
    private final Clock clock;

    VerificationRuns(TrailRows rows, SealingKeys keys, BatchHashes hashes, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.hashes = hashes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void runForThePortal() {
        run(request(Actor.PORTAL.name()));
    }

    /** Enters that somebody wants the trail verified. */
    UUID request(String requestedBy) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            INSERT INTO audit_verification (id, requested_by, requested_at, progressed_at)
            VALUES (:id, :by, :now, :now)\
            """)
                .param("id", id)
                .param("by", requestedBy)
                .param("now", now())
                .update();
        return id;
    }

    /** After a crash, or when not even the failure could be noted, it is started again and begins anew. */
    void run(UUID id) {
        jdbc.sql("UPDATE audit_verification SET rows_total = :total, progressed_at = :now WHERE id = :id")
                .param("total", rows.rows())
                .param("now", now())
                .param("id", id)
                .update();
        try {
            finish(id, new TrailVerifier(rows, keys, hashes, checked -> progress(id, checked)).verify());
        } catch (RuntimeException e) {
            log.error("The audit trail could not be verified", e);
            fail(id);
        }
    }

    private void progress(UUID id, long checked) {
        jdbc.sql("UPDATE audit_verification SET rows_checked = :checked, progressed_at = :now WHERE id = :id")
                .param("checked", checked)
                .param("now", now())
                .param("id", id)
                .update();
    }

    private void finish(UUID id, VerificationReport report) {
        jdbc.sql("""
            UPDATE audit_verification SET rows_checked = :rows, batches_checked = :batches,
              damages_found = :found, damages = :damages, progressed_at = :now, finished_at = :now
            WHERE id = :id\
            """)
                .param("rows", report.rows())
                .param("batches", report.batches())
                .param("found", report.damagesFound())
                .param("damages", JSON.writeValueAsString(report.damages()))
                .param("now", now())
                .param("id", id)
                .update();
        if (report.isIntact()) {
            log.info("Audit trail verified: {} rows in {} batches are intact", report.rows(), report.batches());
        } else {
            log.error(
                    "AUDIT TRAIL DAMAGED in {} places, the first: {}",
                    report.damagesFound(),
                    report.damages().getFirst());
        }
    }

    void fail(UUID id) {
        jdbc.sql("UPDATE audit_verification SET failure = :failure, finished_at = :now WHERE id = :id")
                .param("failure", "Pemeriksaan terhenti karena gangguan; sebabnya ada di log portal.")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** The verification asked for last, however far it is. */
    Optional<VerificationRun> latest() {
        return jdbc.sql("SELECT * FROM audit_verification ORDER BY ordinal DESC LIMIT 1")
                .query(RUN)
                .optional();
    }

    /** The last one that came to an end, so that a running one does not hide what is known. */
    Optional<VerificationRun> latestResult() {
        return jdbc.sql("""
            SELECT * FROM audit_verification WHERE finished_at IS NOT NULL AND failure IS NULL
            ORDER BY ordinal DESC LIMIT 1\
            """).query(RUN).optional();
    }

    List<VerificationRun> newest(int count) {
        return jdbc.sql("SELECT * FROM audit_verification ORDER BY ordinal DESC LIMIT :count")
                .param("count", count)
                .query(RUN)
                .list();
    }

    private static List<Damage> damages(@Nullable String json) {
        return json == null ? List.of() : Arrays.asList(JSON.readValue(json, Damage[].class));
    }

    private LocalDateTime now() {
        Instant instant = clock.instant();
        return UtcDateTime.of(instant);
    }
}
