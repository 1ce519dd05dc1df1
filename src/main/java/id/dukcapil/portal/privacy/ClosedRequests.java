package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.common.procedure.CaseStatus;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of requests holds personal data itself, and ends. */
@Component
class ClosedRequests {

    private static final String ENDED =
            "status IN (" + CaseStatus.sql(RequestStatus.class, RequestStatus::hasEnded) + ") AND ended_at < :moment";

    private final JdbcClient jdbc;

    ClosedRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    Retention privacyRequestRetention() {
        return new Retention(
                "privacy-request",
                "Permintaan subjek data yang sudah selesai",
                "permintaan dan riwayatnya dihapus; jejak audit tanpa isi tetap",
                "UU 27/2022 Pasal 42; bukti pemenuhan hak selama masa pengaduan dan gugatan",
                Period.ofYears(5),
                EndedRows.of(jdbc, "privacy_request", ENDED, "ended_at").each(UUID.class, this::forget));
    }

    private void forget(List<UUID> ended) {
        jdbc.sql("DELETE FROM privacy_step WHERE case_id IN (:ids)")
                .param("ids", ended)
                .update();
        jdbc.sql("DELETE FROM privacy_request WHERE id IN (:ids)")
                .param("ids", ended)
                .update();
    }
}
