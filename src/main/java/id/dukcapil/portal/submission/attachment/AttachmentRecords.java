package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.submission.SubmissionId;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.SubmissionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of attachments. */
@Component
class AttachmentRecords {

    private static final String COLUMNS = """
            SELECT a.id, a.kind, a.label, a.file_kind, a.size, a.pages, a.content_hash, a.added_by_kind, a.added_by_id,
                   a.added_by_name, a.added_at
            FROM submission_attachment a
            """;

    private static final RowMapper<Attachment> ROW = RecordRow.of(Attachment.class)
            .from("file", "file_kind")
            .from("content", "content_hash")
            .with(
                    "addedBy",
                    RecordRow.of(Actor.class)
                            .from("kind", "added_by_kind")
                            .from("id", "added_by_id")
                            .from("name", "added_by_name"));
    private static final RowMapper<SubmissionStatus> STATUS =
            (row, number) -> SubmissionStatus.valueOf(row.getString(1));
    private static final RowMapper<SubmissionNumber> NUMBER = (row, number) -> new SubmissionNumber(row.getString(1));

    private final JdbcClient jdbc;

    AttachmentRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The status of the request as it is now; whoever else adds to it or decides on it waits until the transaction ends. */
    SubmissionStatus lock(SubmissionId request) {
        return jdbc.sql("SELECT status FROM submission_request WHERE id = ? FOR UPDATE")
                .param(request.value())
                .query(STATUS)
                .single();
    }

    List<Attachment> of(SubmissionId request) {
        return jdbc.sql(COLUMNS + "WHERE a.submission_id = ? ORDER BY a.added_at, a.id")
                .param(request.value())
                .query(ROW)
                .list();
    }

    Optional<Attachment> find(AttachmentId id) {
        return jdbc.sql(COLUMNS + "WHERE a.id = ?").param(id.value()).query(ROW).optional();
    }

    Optional<SubmissionNumber> requestOf(AttachmentId id) {
        return jdbc.sql("""
                        SELECT r.number FROM submission_request r JOIN submission_attachment a ON a.submission_id = r.id
                        WHERE a.id = ? AND r.anonymised_at IS NULL""").param(id.value()).query(NUMBER).optional();
    }

    Attachment enter(SubmissionId request, Examined.Fit paper, Actor by, Instant at) {
        var attachment = new Attachment(
                new AttachmentId(TimeOrderedId.at(at)),
                paper.kind(),
                paper.label(),
                paper.file(),
                paper.size(),
                paper.pages(),
                paper.content(),
                by,
                at);
        jdbc.sql("""
                        INSERT INTO submission_attachment
                          (id, submission_id, kind, file_kind, size, pages, content_hash, label, added_by_kind, added_by_id,
                           added_by_name, added_at)
                        VALUES (:id, :request, :kind, :file, :size, :pages, :hash, :label, :byKind, :byId, :byName, :at)""")
                .param("id", attachment.id().value())
                .param("request", request.value())
                .param("kind", paper.kind().name())
                .param("file", paper.file().name())
                .param("size", paper.size())
                .param("pages", paper.pages())
                .param("hash", paper.content().value())
                .param("label", paper.label())
                .param("byKind", by.kind().name())
                .param("byId", by.id())
                .param("byName", by.name())
                .param("at", UtcDateTime.of(at))
                .update();
        return attachment;
    }

    boolean delete(AttachmentId id) {
        return jdbc.sql("DELETE FROM submission_attachment WHERE id = ?")
                        .param(id.value())
                        .update()
                == 1;
    }
}
