package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.notification.letters.Letters;
import id.dukcapil.portal.staff.Organisation;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails that were written about one resident, as long as they are kept with their content. */
@Component
class MailsAboutPerson implements PersonalDataSource {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Letters letters;
    private final MailComposer composer;
    private final Organisation organisation;

    MailsAboutPerson(
            JdbcClient jdbc, Outbox outbox, Letters letters, MailComposer composer, Organisation organisation) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.letters = letters;
        this.composer = composer;
        this.organisation = organisation;
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Surat elektronik yang keluar",
                "Nama, NIK, alamat e-mail, isi pemberitahuan",
                "Memberi tahu pemohon tentang layanannya dan membuktikan bahwa pemberitahuan terkirim",
                "UU 25/2009 tentang pelayanan publik; UU 27/2022 Pasal 20 ayat (2) huruf e",
                40);
    }

    @Override
    public List<Item> about(Nik nik) {
        RowMapper<Item> item = (row, number) -> {
            var request = outbox.request(row);
            var values = new LinkedHashMap<String, String>();
            values.put("Diminta", Formats.dateTime(UtcDateTime.read(row, "created_at"), organisation.timeZone()));
            values.put("Kepada", request.recipient());
            values.put("Alamat e-mail", request.to());
            values.put(request.about(), request.reference());
            values.put("Keadaan", MailStatus.valueOf(row.getString("status")).label());
            values.put("Isi", composer.covered(request).text());
            return new Item(letters.kind(request.template()), values);
        };
        return jdbc.sql("SELECT * FROM notification_mail WHERE person_nik = ? ORDER BY created_at")
                .param(nik.value())
                .query(item)
                .list();
    }
}
