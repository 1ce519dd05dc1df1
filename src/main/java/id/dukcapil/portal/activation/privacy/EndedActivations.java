package id.dukcapil.portal.activation.privacy;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Activations that ended long ago lose the person; domicile, purpose, office and times stay, so reports still add up. How a
 * person was reached is needed for the code and for a question soon after, and goes long before that.
 */
@Component
class EndedActivations {

    private static final String ENDED =
            "anonymised_at IS NULL AND status IN ('ACTIVE', 'ARCHIVED', 'REFUSED', 'ABANDONED') AND status_since < :moment";

    private final JdbcClient jdbc;
    private final Clock clock;

    EndedActivations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean
    Retention activationRetention() {
        return Retention.ofCases(
                "activation",
                "Aktivasi IKD yang selesai, ditolak, atau keluar",
                "NIK, nama, surel, telepon dan alasan dihapus; nomor, domisili, kantor, langkah dan waktu tetap",
                EndedRows.of(jdbc, "activation_case", ENDED, "status_since").each(UUID.class, this::forgetPerson));
    }

    @Bean
    Retention activationContactRetention() {
        return new Retention(
                "activation-contact",
                "Surel dan nomor ponsel pemohon aktivasi IKD",
                "surel dan nomor ponsel dihapus; aktivasinya tetap",
                "UU 27/2022 Pasal 16 ayat (2) huruf g dan Pasal 43; hanya untuk mengirim kode aktivasi",
                Period.ofDays(30),
                EndedRows.of(jdbc, "activation_case", "contact_removed_at IS NULL AND " + ENDED, "status_since")
                        .each(UUID.class, this::forgetContact));
    }

    private void forgetPerson(List<UUID> activations) {
        jdbc.sql("UPDATE activation_step SET reason = NULL WHERE activation_id IN (:ids) AND reason IS NOT NULL")
                .param("ids", activations)
                .update();
        set(
                activations,
                "person_nik = NULL, full_name = NULL, email = NULL, phone = NULL, purpose_reason = NULL,"
                        + " mail_note = NULL, last_call = NULL, anonymised_at = :now");
    }

    private void forgetContact(List<UUID> activations) {
        set(activations, "email = NULL, phone = NULL, mail_note = NULL, contact_removed_at = :now");
    }

    private void set(List<UUID> activations, String columns) {
        jdbc.sql("UPDATE activation_case SET %s, version = version + 1 WHERE id IN (:ids)".formatted(columns))
                .param("ids", activations)
                .param("now", UtcDateTime.of(clock.instant()))
                .update();
    }
}
