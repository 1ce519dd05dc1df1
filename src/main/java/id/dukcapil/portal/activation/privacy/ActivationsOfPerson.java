package id.dukcapil.portal.activation.privacy;

import id.dukcapil.portal.activation.process.ActivationAction;
import id.dukcapil.portal.activation.process.ActivationPurpose;
import id.dukcapil.portal.activation.process.ActivationStatus;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The activations of one resident, for the answer to a data subject's request. No picture of a face is ever held. */
@Component
class ActivationsOfPerson implements PersonalDataSource {

    private final JdbcClient jdbc;
    private final Organisation organisation;

    ActivationsOfPerson(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Aktivasi IKD",
                "NIK, nama, domisili, surel, telepon, hasil pemadanan wajah (tanpa gambar), waktu tiap langkah",
                "Mengaktifkan Identitas Kependudukan Digital dan melaporkannya",
                "UU 27/2022 Pasal 20 ayat (2) huruf c dan e; Permendagri 72/2022; SOP 28/2023",
                37);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> about(Nik nik) {
        return jdbc.sql("SELECT number, purpose, full_name, domicile_name, email, phone, status FROM activation_case"
                        + " WHERE person_nik = ? ORDER BY created_at")
                .param(nik.value())
                .query((row, number) -> item(row, nik))
                .list();
    }

    private Item item(ResultSet row, Nik nik) throws SQLException {
        String number = row.getString("number");
        var values = new LinkedHashMap<String, String>();
        values.put("NIK", nik.value());
        values.put("Nama", Objects.requireNonNullElse(row.getString("full_name"), ""));
        values.put("Domisili", row.getString("domicile_name"));
        values.put("Tujuan", ActivationPurpose.valueOf(row.getString("purpose")).label());
        values.put("Surel", Objects.requireNonNullElse(row.getString("email"), ""));
        values.put("Telepon", Objects.requireNonNullElse(row.getString("phone"), ""));
        values.put("Status", ActivationStatus.valueOf(row.getString("status")).label());
        steps(number).forEach(step -> values.put(step.getKey(), step.getValue()));
        return new Item("Aktivasi " + number, values);
    }

    private List<Map.Entry<String, String>> steps(String number) {
        return jdbc.sql("SELECT s.at, s.action, s.reason FROM activation_step s"
                        + " JOIN activation_case a ON a.id = s.activation_id WHERE a.number = ? ORDER BY s.ordinal")
                .param(number)
                .query((row, line) -> Map.entry(
                        Formats.dateTime(UtcDateTime.read(row, "at"), organisation.timeZone()) + " · "
                                + ActivationAction.valueOf(row.getString("action"))
                                        .label(),
                        Objects.requireNonNullElse(row.getString("reason"), "")))
                .list();
    }
}
