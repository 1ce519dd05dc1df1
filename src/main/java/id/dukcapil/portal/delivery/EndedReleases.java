package id.dukcapil.portal.delivery;

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

/** Releases that ended long ago lose their owner; that a document was printed, where and when, stays. */
@Component
class EndedReleases {

    private static final String ENDED = "anonymised_at IS NULL AND status IN ("
            + CaseStatus.sql(ReleaseStatus.class, status -> !status.isOpenable())
            + ") AND status_since < :moment";

    private final JdbcClient jdbc;
    private final Clock clock;

    EndedReleases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean
    Retention deliveryRetention() {
        return Retention.ofCases(
                "delivery",
                "Pengambilan dokumen yang selesai, tanpa laporan cetak, kedaluwarsa, terkunci, atau dicabut",
                "NIK, nama, e-mail dan alasan dihapus; nomor, kantor, status, waktu dan anjungan tetap",
                EndedRows.of(jdbc, "delivery_release", ENDED, "status_since").each(UUID.class, this::forget));
    }

    private void forget(List<UUID> releases) {
        jdbc.sql("UPDATE delivery_transition SET reason = NULL WHERE release_id IN (:ids) AND reason IS NOT NULL")
                .param("ids", releases)
                .update();
        jdbc.sql("""
                        UPDATE delivery_release SET person_nik = NULL, recipient = NULL, email = NULL,
                          sealed_secret = NULL, anonymised_at = :now, version = version + 1
                        WHERE id IN (:ids)""")
                .param("now", UtcDateTime.of(clock.instant()))
                .param("ids", releases)
                .update();
    }
}
