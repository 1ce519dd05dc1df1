package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.EndedRows;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of requests holds personal data itself, and ends. */
@Component
class ClosedRequests extends EndedRows<UUID> {

    private static final String ENDED = "status IN ('DONE', 'WITHDRAWN') AND ended_at < :moment";

    private final JdbcClient jdbc;

    ClosedRequests(JdbcClient jdbc) {
        super(jdbc, UUID.class, "privacy_request", ENDED, "ended_at");
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "privacy-request";
    }

    @Override
    public String label() {
        return "Permintaan subjek data yang sudah selesai";
    }

    @Override
    public String outcome() {
        return "permintaan dan riwayatnya dihapus; jejak audit tanpa isi tetap";
    }

    @Override
    public String basis() {
        return "UU 27/2022 Pasal 42; bukti pemenuhan hak selama masa pengaduan dan gugatan";
    }

    @Override
    public Period standard() {
        return Period.ofYears(5);
    }

    @Override
    protected void forget(List<UUID> ended) {
        jdbc.sql("DELETE FROM privacy_step WHERE case_id IN (:ids)")
                .param("ids", ended)
                .update();
        jdbc.sql("DELETE FROM privacy_request WHERE id IN (:ids)")
                .param("ids", ended)
                .update();
    }
}
