package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentHolders;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.submission.SubmissionStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The content of attachments in the document store. It is noted in the database before it is stored, so a crash in
 * between leaves nothing behind that nobody knows of; it is removed under the lock of its note, so nobody can refer to
 * it at the same moment.
 */
@Component
class AttachmentContents {

    static final String TASK = "submission-attachment-cleaning";

    /** A paper is looked at first and added afterwards; nobody needs a day for that. */
    static final Duration UNUSED = Duration.ofDays(1);

    private static final String UNUSED_CONTENT = "Membersihkan lampiran yang tidak dipakai";
    private static final RowMapper<ContentHash> HASH = (row, number) -> new ContentHash(row.getString(1));

    private static final String REFERRED_TO =
            "EXISTS (SELECT 1 FROM submission_attachment a WHERE a.content_hash = submission_attachment_content.content_hash)";

    private static final String ENDED =
            """
            submission_id IN (SELECT r.id FROM submission_request r WHERE r.anonymised_at IS NOT NULL
              OR r.status IN (%s) AND r.status_since < :moment)""".formatted(CaseStatus.sql(SubmissionStatus.class, SubmissionStatus::hasEnded));

    private final JdbcClient jdbc;
    private final DocumentStore store;
    private final DocumentHolders holders;
    private final Retry retry;
    private final RecurringWork work;
    private final Clock clock;

    AttachmentContents(
            JdbcClient jdbc,
            DocumentStore store,
            DocumentHolders holders,
            Retry retry,
            RecurringWork work,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.holders = holders;
        this.retry = retry;
        this.work = work;
        this.clock = clock;
    }

    /** Outside a transaction: nothing waits for the disk. */
    ContentHash keep(byte[] content) {
        ContentHash hash = ContentHash.of(content);
        retry.inTransaction(() -> note(hash));
        return store.put(content);
    }

    private void note(ContentHash hash) {
        jdbc.sql("""
                        INSERT INTO submission_attachment_content (content_hash, noted_at) VALUES (:hash, :now)
                        ON DUPLICATE KEY UPDATE noted_at = :now""")
                .param("hash", hash.value())
                .param("now", UtcDateTime.of(clock.instant()))
                .update();
    }

    byte[] read(ContentHash hash) {
        return store.read(hash);
    }

    /** Removes what no attachment refers to and nobody brought lately. */
    void clean() {
        LocalDateTime before = UtcDateTime.of(clock.instant().minus(UNUSED));
        work.rows(TASK, UNUSED_CONTENT, limit -> unused(before, limit)).each(hash -> forget(hash, before));
    }

    private List<ContentHash> unused(LocalDateTime before, int limit) {
        return jdbc.sql("SELECT content_hash FROM submission_attachment_content WHERE noted_at < :before AND NOT "
                        + REFERRED_TO + " ORDER BY noted_at LIMIT :limit")
                .param("before", before)
                .param("limit", limit)
                .query(HASH)
                .list();
    }

    private void forget(ContentHash hash, LocalDateTime before) {
        int gone = jdbc.sql(
                        "DELETE FROM submission_attachment_content WHERE content_hash = :hash AND noted_at < :before"
                                + " AND NOT " + REFERRED_TO)
                .param("hash", hash.value())
                .param("before", before)
                .update();
        // The old card that somebody brings along can be a document that the office itself keeps
        if (gone == 1 && !holders.hold(hash)) {
            store.remove(hash);
        }
    }

    @Bean
    RecurringJob submissionAttachmentCleaning() {
        return new RecurringJob(
                TASK,
                "Membersihkan lampiran permohonan yang tidak dipakai",
                Rhythm.every(Duration.ofHours(1)),
                this::clean);
    }

    /**
     * Papers of requests that ended go before the requests do, and with their person at the latest: a copy of a marriage
     * book proves nothing about a request that was refused a year ago. The content leaves the store at the next cleaning.
     */
    @Bean
    Retention attachmentRetention() {
        return new Retention(
                "submission-attachment",
                "Lampiran permohonan Kartu Keluarga yang ditolak, dibatalkan, atau gugur",
                "berkas lampiran dihapus dari penyimpanan, catatan bahwa pernah ada tetap dalam jejak audit",
                "UU 27/2022 Pasal 16 ayat (2) huruf g dan Pasal 42; diperlukan hanya selama keputusan dapat dipersoalkan",
                Period.ofYears(1),
                EndedRows.of(jdbc, "submission_attachment", ENDED, "id")
                        .each(
                                UUID.class,
                                ended -> jdbc.sql("DELETE FROM submission_attachment WHERE id IN (:ids)")
                                        .param("ids", ended)
                                        .update()));
    }
}
