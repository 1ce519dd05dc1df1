package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.CaseStatus;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recordings that ended long ago lose their person; number, office, phases and times stay for the statistics. */
@Component
class EndedRecordings {

    private static final String ENDED = "anonymised_at IS NULL AND status IN (%s) AND status_since < :moment"
            .formatted(CaseStatus.sql(RecordingPhase.class, phase -> !phase.isOpen()));

    private final JdbcClient jdbc;
    private final Clock clock;

    EndedRecordings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean
    Retention recordingRetention() {
        return Retention.ofCases(
                "recording",
                "Perekaman KTP-el yang sudah berakhir",
                "NIK, nama, e-mail dan alasan dihapus; nomor, kantor, keadaan dan waktu tetap",
                EndedRows.of(jdbc, "recording_case", ENDED, "status_since").each(UUID.class, this::forget));
    }

    private void forget(List<UUID> recordings) {
        jdbc.sql("UPDATE recording_step SET reason = NULL WHERE recording_id IN (:ids) AND reason IS NOT NULL")
                .param("ids", recordings)
                .update();
        jdbc.sql("""
                        UPDATE recording_case SET person_nik = NULL, full_name = NULL, email = NULL, anonymised_at = :now,
                          version = version + 1
                        WHERE id IN (:ids)""")
                .param("now", UtcDateTime.of(clock.instant()))
                .param("ids", recordings)
                .update();
    }
}
