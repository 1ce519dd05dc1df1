package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.Retained;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.time.Period;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Old mails forget who they went to and what they said; that a letter of this kind went out stays. */
@Component
class MailRetention implements Retained {

    /** A mail that still waits is not over, however old it is. */
    private static final String ENDED = """
            WHERE anonymised_at IS NULL AND status NOT IN ('WAITING', 'IN_DELIVERY')
              AND created_at < :moment AND (finished_at IS NULL OR finished_at < :moment)""";

    private final JdbcClient jdbc;

    MailRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "mail";
    }

    @Override
    public String label() {
        return "Surat elektronik yang keluar";
    }

    @Override
    public String outcome() {
        return "alamat, nama, NIK dan isi surat dihapus; jenis, nomor perkara, waktu dan hasil pengiriman tetap";
    }

    @Override
    public String basis() {
        return "Cukup lama untuk menjawab pertanyaan pemohon dan pengaduan tentang pemberitahuan";
    }

    @Override
    public Period standard() {
        return Period.ofYears(1);
    }

    @Override
    public OptionalLong endedBefore(Instant moment) {
        return OptionalLong.of(jdbc.sql("SELECT COUNT(*) FROM notification_mail " + ENDED)
                .param("moment", UtcDateTime.of(moment))
                .query(Long.class)
                .single());
    }

    @Override
    @Transactional
    public int removeEndedBefore(Instant moment, int limit) {
        return jdbc.sql("""
                        UPDATE notification_mail SET to_address = '', recipient = '', facts = '{}', person_nik = NULL,
                          anonymised_at = :now
                        """ + ENDED + " ORDER BY created_at LIMIT :limit")
                .param("now", UtcDateTime.of(moment))
                .param("moment", UtcDateTime.of(moment))
                .param("limit", limit)
                .update();
    }
}
