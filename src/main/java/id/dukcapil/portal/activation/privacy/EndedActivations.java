package id.dukcapil.portal.activation.privacy;

import id.dukcapil.portal.common.EndedCases;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Activations that ended long ago lose the person; domicile, purpose, office and times stay, so reports still add up. */
@Component
class EndedActivations extends EndedCases {

    private static final String ENDED =
            "anonymised_at IS NULL AND status IN ('ACTIVE', 'ARCHIVED', 'REFUSED', 'ABANDONED') AND status_since < :moment";

    private final JdbcClient jdbc;
    private final Clock clock;

    EndedActivations(JdbcClient jdbc, Clock clock) {
        super(jdbc, "activation_case", ENDED, "status_since");
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "activation";
    }

    @Override
    public String label() {
        return "Aktivasi IKD yang selesai, ditolak, atau keluar";
    }

    @Override
    public String outcome() {
        return "NIK, nama, surel, telepon dan alasan dihapus; nomor, domisili, kantor, langkah dan waktu tetap";
    }

    @Override
    protected void forget(List<UUID> activations) {
        jdbc.sql("UPDATE activation_step SET reason = NULL WHERE activation_id IN (:ids) AND reason IS NOT NULL")
                .param("ids", activations)
                .update();
        jdbc.sql("""
                        UPDATE activation_case SET person_nik = NULL, full_name = NULL, email = NULL, phone = NULL,
                          purpose_reason = NULL, mail_note = NULL, last_call = NULL, anonymised_at = :now,
                          version = version + 1
                        WHERE id IN (:ids)""")
                .param("now", UtcDateTime.of(clock.instant()))
                .param("ids", activations)
                .update();
    }
}
