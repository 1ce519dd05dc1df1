package id.dukcapil.portal.recording.status;

import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentHolder;
import id.dukcapil.portal.recording.status.StatusImports.RefusedRow;
import id.dukcapil.portal.recording.status.StatusImports.StatusImport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored imports and their refused rows. */
@Repository
class StatusImportRows implements DocumentHolder {

    private final JdbcClient jdbc;

    StatusImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a step of rows led to. @param ready how many of the changed ones can be printed now */
    record Step(int readTo, int changed, int same, int refused, int ready) {}

    void enter(UUID id, String fileName, ContentHash content, String by, Instant at) {
        jdbc.sql("""
                        INSERT INTO recording_status_import (id, file_name, content_hash, started_by, started_at, read_to,
                          changed, same, refused, ready)
                        VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0, 0)""")
                .params(id, fileName, content.value(), by, UtcDateTime.of(at))
                .update();
    }

    /** Only from the place at which the step began, so that two processes do not count a step twice. */
    boolean advance(UUID id, int from, Step step) {
        return jdbc.sql("""
                        UPDATE recording_status_import SET read_to = :to, changed = changed + :changed, same = same + :same,
                          refused = refused + :refused, ready = ready + :ready
                        WHERE id = :id AND read_to = :from AND ended_at IS NULL""")
                        .param("to", step.readTo())
                        .param("changed", step.changed())
                        .param("same", step.same())
                        .param("refused", step.refused())
                        .param("ready", step.ready())
                        .param("id", id)
                        .param("from", from)
                        .update()
                > 0;
    }

    void refuse(UUID id, StatusRow row, String sentence) {
        jdbc.sql("INSERT INTO recording_status_line (import_id, line, nik, finding) VALUES (?, ?, ?, ?)")
                .params(id, row.line(), row.masked(), sentence)
                .update();
    }

    /** The file is needed no more. */
    void end(UUID id, Instant at, String trouble) {
        jdbc.sql("""
                        UPDATE recording_status_import SET ended_at = ?, trouble = NULLIF(?, ''), content_hash = NULL
                        WHERE id = ? AND ended_at IS NULL""").params(UtcDateTime.of(at), trouble, id).update();
    }

    Optional<StatusImport> find(UUID id) {
        return jdbc.sql("SELECT * FROM recording_status_import WHERE id = ?")
                .param(id)
                .query(StatusImportRows::row)
                .optional();
    }

    Optional<ContentHash> content(UUID id) {
        return jdbc.sql("SELECT content_hash FROM recording_status_import WHERE id = ? AND content_hash IS NOT NULL")
                .param(id)
                .query(String.class)
                .optional()
                .map(ContentHash::new);
    }

    List<StatusImport> latest(int limit) {
        return jdbc.sql("SELECT * FROM recording_status_import ORDER BY started_at DESC, id DESC LIMIT ?")
                .param(limit)
                .query(StatusImportRows::row)
                .list();
    }

    List<RefusedRow> refused(UUID id, int limit) {
        return jdbc.sql(
                        "SELECT line, nik, finding FROM recording_status_line WHERE import_id = ? ORDER BY line LIMIT ?")
                .params(id, limit)
                .query((row, number) -> new RefusedRow(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    @Override
    public boolean holds(ContentHash hash) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM recording_status_import WHERE content_hash = ?)")
                .param(hash.value())
                .query(Boolean.class)
                .single();
    }

    private static StatusImport row(ResultSet row, int number) throws SQLException {
        return new StatusImport(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getString("started_by"),
                UtcDateTime.read(row, "started_at"),
                UtcDateTime.readNullable(row, "ended_at"),
                row.getInt("read_to"),
                row.getInt("changed"),
                row.getInt("same"),
                row.getInt("refused"),
                row.getInt("ready"),
                row.getString("trouble"));
    }
}
