package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.signing.RegisteredNames;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Requests that ended long ago lose the people: NIK, KK number, name, contact, and the words of the timeline, which can
 * name somebody. The number stays, so that the series of the year has no hole, and so do office, reason and status. In the
 * register of signed documents the name is masked.
 */
@Component
class EndedSubmissions {

    private static final String ENDED = "anonymised_at IS NULL AND status IN ("
            + CaseStatus.sql(SubmissionStatus.class, SubmissionStatus::hasEnded) + ") AND status_since < :moment";

    private final JdbcClient jdbc;
    private final WantedChanges changes;
    private final RegisteredNames names;
    private final Clock clock;

    EndedSubmissions(JdbcClient jdbc, WantedChanges changes, RegisteredNames names, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.names = names;
        this.clock = clock;
    }

    @Bean
    Retention submissionRetention() {
        return Retention.ofCases(
                "submission",
                "Permohonan Kartu Keluarga yang selesai, ditolak, dibatalkan, atau gugur",
                "NIK, nomor KK, nama, e-mail, telepon, keterangan, perubahan yang diminta dan alasan dihapus; nomor, kantor dan status tetap",
                EndedRows.of(jdbc, "submission_request", ENDED, "status_since").each(UUID.class, this::forget));
    }

    void forget(List<UUID> requests) {
        jdbc.sql("UPDATE submission_transition SET reason = NULL WHERE submission_id IN (:ids) AND reason IS NOT NULL")
                .param("ids", requests)
                .update();
        changes.forget(requests);
        jdbc.sql("DELETE FROM submission_name_word WHERE submission_id IN (:ids)")
                .param("ids", requests)
                .update();
        names.mask(SignedCards.KIND, numbers(requests));
        jdbc.sql("""
                        UPDATE submission_request SET applicant_nik = NULL, applicant_name = NULL, family_number = NULL,
                          email = NULL, phone = NULL, note = NULL, request_token = NULL, anonymised_at = :now,
                          version = version + 1
                        WHERE id IN (:ids)""")
                .param("now", UtcDateTime.of(clock.instant()))
                .param("ids", requests)
                .update();
    }

    private List<String> numbers(List<UUID> requests) {
        return jdbc.sql("SELECT number FROM submission_request WHERE id IN (:ids)")
                .param("ids", requests)
                .query(OneColumn.TEXT)
                .list();
    }
}
