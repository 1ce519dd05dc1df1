package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentHolder;
import id.dukcapil.portal.population.importing.ImportEntry.Counts;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The rows of imports. Every change of the status names the status it starts from, so of two at once one wins. */
@Component
class ImportRecords implements DocumentHolder {

    static final String ENTRY = """
            SELECT id, file_name, file_size, content_hash, uploaded_by, uploaded_at, status, phase, dry_run,
                   cancel_requested, started_by, started_at, finished_at, percent, rows_read, rows_accepted, rows_warned,
                   rows_refused, people_new, people_changed, people_same, trouble, purged_at
            FROM population_import
            """;
    static final RowMapper<ImportEntry> ROW = RecordRow.of(ImportEntry.class)
            .from("content", "content_hash")
            .from("cancelling", "cancel_requested")
            .with(
                    "counts",
                    RecordRow.of(Counts.class)
                            .from("read", "rows_read")
                            .from("accepted", "rows_accepted")
                            .from("warned", "rows_warned")
                            .from("refused", "rows_refused")
                            .from("fresh", "people_new")
                            .from("changed", "people_changed")
                            .from("same", "people_same"))
            .with("purged", (row, number) -> row.getObject("purged_at") != null);
    private static final RowMapper<ImportId> ID = (row, number) -> new ImportId(row.getLong(1));

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ImportId enter(String fileName, long size, ContentHash content, String by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO population_import
                          (file_name, file_size, content_hash, uploaded_by, uploaded_at, status)
                        VALUES (:name, :size, :hash, :by, :now, 'READY')""")
                .param("name", fileName)
                .param("size", size)
                .param("hash", content.value())
                .param("by", by)
                .param("now", now())
                .update(key, "id");
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("The database gave the import no number");
        }
        return new ImportId(id.longValue());
    }

    Optional<ImportEntry> find(ImportId id) {
        return jdbc.sql(ENTRY + "WHERE id = ?").param(id.value()).query(ROW).optional();
    }

    /** Newest first. */
    List<ImportEntry> page(@Nullable ImportId before, int skip, int limit) {
        return jdbc.sql(ENTRY + "WHERE id < :before ORDER BY id DESC LIMIT :limit OFFSET :skip")
                .param("before", before == null ? Long.MAX_VALUE : before.value())
                .param("limit", limit)
                .param("skip", skip)
                .query(ROW)
                .list();
    }

    int count() {
        return jdbc.sql("SELECT COUNT(*) FROM population_import")
                .query(Integer.class)
                .single();
    }

    Optional<ImportEntry> underWay() {
        return jdbc.sql(ENTRY + "WHERE active = '1'").query(ROW).optional();
    }

    /** The latest time this content came into the register. */
    Optional<ImportEntry> lastImportOf(ContentHash content) {
        return jdbc.sql(ENTRY
                        + "WHERE content_hash = ? AND status = 'FINISHED' AND NOT dry_run ORDER BY id DESC LIMIT 1")
                .param(content.value())
                .query(ROW)
                .optional();
    }

    @Override
    public boolean holds(ContentHash content) {
        return jdbc.sql("SELECT id FROM population_import WHERE content_hash = ? AND purged_at IS NULL LIMIT 1")
                .param(content.value())
                .query(ID)
                .optional()
                .isPresent();
    }

    boolean isHeldByOthers(ContentHash content, ImportId except) {
        return jdbc.sql(
                        "SELECT id FROM population_import WHERE content_hash = ? AND id <> ? AND purged_at IS NULL LIMIT 1")
                .param(content.value())
                .param(except.value())
                .query(ID)
                .optional()
                .isPresent();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another import is under way */
    boolean queue(ImportId id, boolean dryRun, String by) {
        return jdbc.sql("""
                        UPDATE population_import SET status = 'QUEUED', dry_run = :dry, started_by = :by, started_at = :now
                        WHERE id = :id AND status = 'READY'""")
                        .param("dry", dryRun)
                        .param("by", by)
                        .param("now", now())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another import is under way */
    boolean requeue(ImportId id) {
        return jdbc.sql("""
                        UPDATE population_import SET status = 'QUEUED', trouble = NULL, finished_at = NULL
                        WHERE id = ? AND status = 'FAILED' AND phase IS NOT NULL""").param(id.value()).update() == 1;
    }

    boolean begin(ImportId id) {
        return jdbc.sql("""
                        UPDATE population_import SET status = 'RUNNING', phase = COALESCE(phase, 'READING')
                        WHERE id = ? AND status = 'QUEUED'""").param(id.value()).update() == 1;
    }

    /** The writing begins only if nobody has asked for an end; from then on nobody can. */
    boolean beginPhase(ImportId id, ImportPhase from, ImportPhase to) {
        return jdbc.sql("""
                        UPDATE population_import SET phase = :to, percent = :percent
                        WHERE id = :id AND status = 'RUNNING' AND phase = :from AND NOT cancel_requested""")
                        .param("to", to.name())
                        .param("from", from.name())
                        .param("percent", to.percent(0))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean cancelBeforeStart(ImportId id) {
        return jdbc.sql("""
                        UPDATE population_import SET status = 'CANCELLED', finished_at = :now
                        WHERE id = :id AND (status = 'READY' OR status = 'QUEUED' AND phase IS NULL)""").param("now", now()).param("id", id.value()).update() == 1;
    }

    boolean askToCancel(ImportId id) {
        return jdbc.sql("""
                        UPDATE population_import SET cancel_requested = TRUE
                        WHERE id = ? AND status = 'RUNNING' AND phase <> 'WRITING'""").param(id.value()).update() == 1;
    }

    boolean end(ImportId id, ImportStatus status, @Nullable String trouble) {
        if (!ImportStatus.RUNNING.canBecome(status)) {
            throw new IllegalArgumentException("A running import does not become " + status);
        }
        return jdbc.sql("""
                        UPDATE population_import SET status = :status, finished_at = :now, trouble = :trouble,
                          percent = IF(:status = 'FINISHED', 100, percent)
                        WHERE id = :id AND status = 'RUNNING'""")
                        .param("status", status.name())
                        .param("now", now())
                        .param("trouble", trouble)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** A file that cannot be read at all has no place from which to go on. */
    void forgetPhase(ImportId id) {
        jdbc.sql("UPDATE population_import SET phase = NULL WHERE id = ?")
                .param(id.value())
                .update();
    }

    void noteTrouble(ImportId id, @Nullable String sentence) {
        jdbc.sql("UPDATE population_import SET trouble = :sentence WHERE id = :id AND status IN ('QUEUED', 'RUNNING')")
                .param("sentence", sentence)
                .param("id", id.value())
                .update();
    }

    private LocalDateTime now() {
        return UtcDateTime.of(clock.instant());
    }
}
