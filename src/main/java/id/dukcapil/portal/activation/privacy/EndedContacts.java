package id.dukcapil.portal.activation.privacy;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How somebody was reached is needed for the code and for a question soon after, and goes long before the person does. */
@Component
class EndedContacts extends EndedRows<UUID> {

    private static final String ENDED = "contact_removed_at IS NULL AND anonymised_at IS NULL"
            + " AND status IN ('ACTIVE', 'ARCHIVED', 'REFUSED', 'ABANDONED') AND status_since < :moment";

    private final JdbcClient jdbc;
    private final Clock clock;

    EndedContacts(JdbcClient jdbc, Clock clock) {
        super(jdbc, UUID.class, "activation_case", ENDED, "status_since");
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "activation-contact";
    }

    @Override
    public String label() {
        return "Surel dan nomor ponsel pemohon aktivasi IKD";
    }

    @Override
    public String outcome() {
        return "surel dan nomor ponsel dihapus; aktivasinya tetap";
    }

    @Override
    public String basis() {
        return "UU 27/2022 Pasal 16 ayat (2) huruf g dan Pasal 43; hanya untuk mengirim kode aktivasi";
    }

    @Override
    public Period standard() {
        return Period.ofDays(30);
    }

    @Override
    protected void forget(List<UUID> activations) {
        jdbc.sql("""
                        UPDATE activation_case SET email = NULL, phone = NULL, mail_note = NULL, contact_removed_at = :now,
                          version = version + 1
                        WHERE id IN (:ids)""")
                .param("now", UtcDateTime.of(clock.instant()))
                .param("ids", activations)
                .update();
    }
}
