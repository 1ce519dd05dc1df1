package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The office's own periods and the visits of the job, as stored. */
@Component
class RetentionRows {

    /** A period of the office's own. */
    record Own(String key, Period period, String reason, String changedBy, Instant changedAt) {}

    private static final RowMapper<Own> OWN = RecordRow.of(Own.class)
            .from("key", "retained_key")
            .with("period", (row, number) -> Period.parse(row.getString("period")));
    private static final RowMapper<RetentionRule.Run> RUN = RecordRow.of(RetentionRule.Run.class);

    private final JdbcClient jdbc;

    RetentionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Own> own(String key) {
        return jdbc.sql("SELECT * FROM privacy_retention WHERE retained_key = ?")
                .param(key)
                .query(OWN)
                .optional();
    }

    void write(String key, Period period, String reason, String by, Instant at) {
        jdbc.sql("""
                        INSERT INTO privacy_retention (retained_key, period, reason, changed_by, changed_at)
                        VALUES (:key, :period, :reason, :by, :at)
                        ON DUPLICATE KEY UPDATE period = VALUES(period), reason = VALUES(reason),
                          changed_by = VALUES(changed_by), changed_at = VALUES(changed_at)""")
                .param("key", key)
                .param("period", period.toString())
                .param("reason", reason)
                .param("by", by)
                .param("at", UtcDateTime.of(at))
                .update();
    }

    List<RetentionRule.Run> runs(String key, int limit) {
        return jdbc.sql("SELECT * FROM privacy_retention_run WHERE retained_key = ? ORDER BY started_at DESC LIMIT ?")
                .param(key)
                .param(limit)
                .query(RUN)
                .list();
    }

    UUID begin(String key, Instant endedBefore, Instant at) {
        UUID id = TimeOrderedId.at(at);
        jdbc.sql("""
                        INSERT INTO privacy_retention_run (id, retained_key, ended_before, removed, started_at)
                        VALUES (:id, :key, :before, 0, :at)""")
                .param("id", id)
                .param("key", key)
                .param("before", UtcDateTime.of(endedBefore))
                .param("at", UtcDateTime.of(at))
                .update();
        return id;
    }

    void count(UUID run, int removed) {
        jdbc.sql("UPDATE privacy_retention_run SET removed = removed + ? WHERE id = ?")
                .param(removed)
                .param(run)
                .update();
    }

    void finish(UUID run, Instant at, @Nullable String failure) {
        jdbc.sql("UPDATE privacy_retention_run SET finished_at = :at, failure = :failure WHERE id = :id")
                .param("at", UtcDateTime.of(at))
                .param("failure", failure)
                .param("id", run)
                .update();
    }
}
