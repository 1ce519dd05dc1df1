package id.dukcapil.portal.documents.export;

import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of exports. Every change is one conditional statement, so that of two who change the same row one is told. */
@Component
class ExportRecords {

    /** What somebody asks for. */
    record Request(
            StaffId person,
            String kind,
            ExportFormat format,
            String parameters,
            String words,
            @Nullable OfficeCode office,
            String key) {}

    /** Whether an export may begin. */
    enum Start {
        BEGUN,
        /** As many as allowed are running. */
        NO_PLACE,
        /** It has been cancelled or has ended. */
        OVER
    }

    private static final RowMapper<ExportEntry> ENTRY = RecordRow.of(ExportEntry.class)
            .from("requestedBy", "requested_by")
            .from("cancelling", "cancel_requested")
            .from("total", "rows_total")
            .from("rows", "rows_written")
            .from("size", "file_size")
            .with("repeatable", (row, number) -> row.getString("parameters") != null);
    private static final RowMapper<ExportId> ID = (row, number) -> new ExportId(row.getObject(1, UUID.class));

    private final JdbcClient jdbc;
    private final ExportSettings settings;
    private final Clock clock;

    ExportRecords(JdbcClient jdbc, ExportSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the same request is under way */
    void enter(ExportId id, Request request) {
        jdbc.sql("""
                        INSERT INTO documents_export (id, requested_by, requested_at, kind, format, parameters, filter_words,
                          office_code, request_key, status)
                        VALUES (:id, :person, :now, :kind, :format, :parameters, :words, :office, :key, 'QUEUED')""")
                .param("id", id.value())
                .param("person", request.person().value())
                .param("now", now())
                .param("kind", request.kind())
                .param("format", request.format().name())
                .param("parameters", request.parameters())
                .param("words", request.words())
                .param(
                        "office",
                        request.office() == null ? null : request.office().value())
                .param("key", request.key())
                .update();
    }

    Optional<ExportEntry> find(ExportId id) {
        return jdbc.sql("SELECT * FROM documents_export WHERE id = ?")
                .param(id.value())
                .query(ENTRY)
                .optional();
    }

    /** The same request, when it is under way. */
    Optional<ExportId> open(String key) {
        return jdbc.sql("SELECT id FROM documents_export WHERE open_request = ?")
                .param(key)
                .query(ID)
                .optional();
    }

    int openOf(StaffId person) {
        return jdbc.sql("SELECT COUNT(*) FROM documents_export WHERE requested_by = ? AND open_request IS NOT NULL")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    List<ExportEntry> page(StaffId person, @Nullable ExportId before, int skip, int limit) {
        return jdbc.sql(
                        "SELECT * FROM documents_export WHERE requested_by = :person AND (:before IS NULL OR id < :before)"
                                + " ORDER BY id DESC LIMIT :limit OFFSET :skip")
                .param("person", person.value())
                .param("before", before == null ? null : before.value())
                .param("limit", limit)
                .param("skip", skip)
                .query(ENTRY)
                .list();
    }

    int count(StaffId person) {
        return jdbc.sql("SELECT COUNT(*) FROM documents_export WHERE requested_by = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    /** The filter as it was stored. */
    String parameters(ExportId id) {
        return jdbc.sql("SELECT parameters FROM documents_export WHERE id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    /**
     * Gives the export a place among those that run. One whose process died has kept its own.
     *
     * @param turn for which the caller was sent
     */
    @Transactional
    Start begin(ExportId id, int turn) {
        jdbc.sql("SELECT id FROM documents_export_gate FOR UPDATE")
                .query(Integer.class)
                .single();
        Optional<ExportEntry> found =
                find(id).filter(entry -> entry.turn() == turn && entry.status().underWay());
        if (found.isEmpty() || endIfCancelled(id)) {
            return Start.OVER;
        }
        ExportEntry entry = found.get();
        if (entry.status() == ExportStatus.QUEUED && !placeFor(entry.requestedBy())) {
            return Start.NO_PLACE;
        }
        int begun = jdbc.sql("""
                        UPDATE documents_export SET status = 'RUNNING', attempt = attempt + 1, rows_written = 0,
                          rows_total = NULL, started_at = :now
                        WHERE id = :id AND status IN ('QUEUED', 'RUNNING')""").param("now", now()).param("id", id.value()).update();
        return begun == 1 ? Start.BEGUN : Start.OVER;
    }

    private boolean placeFor(StaffId person) {
        return jdbc.sql("""
                        SELECT COUNT(*) < :atOnce AND COALESCE(SUM(requested_by = :person), 0) < :ofPerson
                        FROM documents_export WHERE status = 'RUNNING'""")
                        .param("atOnce", settings.atOnce())
                        .param("person", person.value())
                        .param("ofPerson", settings.atOncePerPerson())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    void expect(ExportEntry begun, OptionalInt total) {
        jdbc.sql("UPDATE documents_export SET rows_total = :total WHERE id = :id AND attempt = :attempt")
                .param("total", total.isPresent() ? total.getAsInt() : null)
                .param("id", begun.id().value())
                .param("attempt", begun.attempt())
                .update();
    }

    /** @return false when this attempt is to stop: cancelled, or overtaken by another */
    boolean progressed(ExportEntry begun, int rows) {
        return jdbc.sql("UPDATE documents_export SET rows_written = :rows, trouble = NULL" + STILL_OURS)
                        .param("rows", rows)
                        .param("id", begun.id().value())
                        .param("attempt", begun.attempt())
                        .update()
                == 1;
    }

    private static final String STILL_OURS =
            " WHERE id = :id AND attempt = :attempt AND status = 'RUNNING' AND NOT cancel_requested";

    /** @return false when this attempt does not count any more */
    boolean finish(ExportEntry begun, int rows, long size, String scope) {
        return jdbc.sql("""
                        UPDATE documents_export SET status = 'READY', rows_written = :rows, rows_total = :rows, trouble = NULL,
                          file_size = :size, scope = :scope, finished_at = :now, expires_at = :until""" + STILL_OURS)
                        .param("rows", rows)
                        .param("size", size)
                        .param("scope", scope)
                        .param("now", now())
                        .param("until", UtcDateTime.of(clock.instant().plus(settings.kept())))
                        .param("id", begun.id().value())
                        .param("attempt", begun.attempt())
                        .update()
                == 1;
    }

    void noteTrouble(ExportId id, String sentence) {
        jdbc.sql("UPDATE documents_export SET trouble = :trouble WHERE id = :id AND status = 'RUNNING'")
                .param("trouble", sentence)
                .param("id", id.value())
                .update();
    }

    void fail(ExportId id, String sentence) {
        end(id, ExportStatus.FAILED, sentence, "status IN ('QUEUED', 'RUNNING')");
    }

    /** @return whether it was to be cancelled and has ended now */
    boolean endIfCancelled(ExportId id) {
        return end(id, ExportStatus.CANCELLED, null, "status = 'RUNNING' AND cancel_requested");
    }

    boolean cancelBeforeStart(ExportId id) {
        return end(id, ExportStatus.CANCELLED, null, "status = 'QUEUED'");
    }

    private boolean end(ExportId id, ExportStatus status, @Nullable String trouble, String condition) {
        return jdbc.sql("UPDATE documents_export SET status = :status, trouble = :trouble, finished_at = :now,"
                                + " expires_at = :until, cancel_requested = FALSE WHERE id = :id AND " + condition)
                        .param("status", status.name())
                        .param("trouble", trouble)
                        .param("now", now())
                        .param("until", UtcDateTime.of(clock.instant().plus(settings.kept())))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean askToCancel(ExportId id) {
        return jdbc.sql("UPDATE documents_export SET cancel_requested = TRUE WHERE id = ? AND status = 'RUNNING'")
                        .param(id.value())
                        .update()
                == 1;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the same request is under way */
    boolean queueAgain(ExportId id) {
        return jdbc.sql("""
                        UPDATE documents_export SET status = 'QUEUED', turn = turn + 1, trouble = NULL, rows_written = 0, rows_total = NULL,
                          finished_at = NULL, expires_at = NULL
                        WHERE id = :id AND status IN ('FAILED', 'CANCELLED') AND parameters IS NOT NULL""").param("id", id.value()).update() == 1;
    }

    void countDownload(ExportId id) {
        jdbc.sql("UPDATE documents_export SET downloads = downloads + 1 WHERE id = ?")
                .param(id.value())
                .update();
    }

    /** @return whether it had ended, so that it could be removed */
    boolean remove(ExportId id) {
        return jdbc.sql("DELETE FROM documents_export WHERE id = ? AND status NOT IN ('QUEUED', 'RUNNING')")
                        .param(id.value())
                        .update()
                == 1;
    }

    /** Those whose time is up and that still hold something personal. */
    List<ExportId> outlived(int limit) {
        return jdbc.sql("""
                        SELECT id FROM documents_export WHERE status IN ('READY', 'FAILED', 'CANCELLED')
                          AND expires_at <= :now AND parameters IS NOT NULL LIMIT :limit""").param("now", now()).param("limit", limit).query(ID).list();
    }

    /** Forgets the filter; a file is no longer offered. */
    void expire(ExportId id) {
        jdbc.sql("""
                        UPDATE documents_export SET parameters = NULL, status = IF(status = 'READY', 'EXPIRED', status)
                        WHERE id = ?""").param(id.value()).update();
    }

    /** Exports whose filter names this text, which is in the JSON as it was typed. */
    List<ExportEntry> askingFor(String text) {
        return jdbc.sql("SELECT * FROM documents_export WHERE parameters LIKE CONCAT('%', ?, '%') ORDER BY id")
                .param(text)
                .query(ENTRY)
                .list();
    }

    private LocalDateTime now() {
        return UtcDateTime.of(clock.instant());
    }
}
