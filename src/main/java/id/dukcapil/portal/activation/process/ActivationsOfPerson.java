package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The activations of one resident, for the answer to a data subject's request. No picture of a face is ever held. */
@Component
class ActivationsOfPerson implements PersonalDataSource {

    private final ActivationRecords records;
    private final Organisation organisation;

    ActivationsOfPerson(ActivationRecords records, Organisation organisation) {
        this.records = records;
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
        return records.findByPersonNikOrderByCreatedAt(nik.value()).stream()
                .map(activation -> item(activation.details()))
                .toList();
    }

    private Item item(ActivationDetails activation) {
        var values = new LinkedHashMap<String, String>();
        values.put("NIK", activation.nik().value());
        values.put("Nama", Objects.requireNonNullElse(activation.fullName(), ""));
        values.put("Tujuan", activation.purpose().label());
        values.put("Surel", Objects.requireNonNullElse(activation.email(), ""));
        values.put("Telepon", Objects.requireNonNullElse(activation.phone(), ""));
        values.put("Status", activation.status().label());
        activation
                .history()
                .forEach(act -> values.put(
                        Formats.dateTime(act.at(), organisation.timeZone()) + " · "
                                + act.action().label(),
                        Objects.requireNonNullElse(act.reason(), "")));
        return new Item("Aktivasi " + activation.number(), values);
    }
}
