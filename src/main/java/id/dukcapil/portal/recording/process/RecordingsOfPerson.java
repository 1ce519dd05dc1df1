package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The recordings of one resident, for the answer to a data subject's request. */
@Component
class RecordingsOfPerson implements PersonalDataSource {

    private final RecordingRecords records;
    private final Organisation organisation;

    RecordingsOfPerson(RecordingRecords records, Organisation organisation) {
        this.records = records;
        this.organisation = organisation;
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Perekaman KTP-el",
                "NIK, nama, alamat e-mail, dokumen yang diperlihatkan (tanpa nomornya), hasil dan waktu tiap langkah;"
                        + " tanpa sidik jari, iris, dan foto",
                "Melayani perekaman KTP-el dan membuktikannya",
                "UU 23/2006 jo. UU 24/2013 Pasal 63; UU 27/2022 Pasal 20 ayat (2) huruf c dan e; SOP 800/039/DKPS-PS/2019",
                40);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> about(Nik nik) {
        return records.findByPersonNikOrderByCreatedAt(nik.value()).stream()
                .map(recording -> item(recording.details()))
                .toList();
    }

    private Item item(RecordingDetails recording) {
        var values = new LinkedHashMap<String, String>();
        values.put("NIK", recording.nik().value());
        values.put("Nama", recording.name());
        values.put("E-mail", Objects.requireNonNullElse(recording.email(), ""));
        values.put("Keadaan", recording.phase().label());
        values.put("Tanda bukti", Objects.requireNonNullElse(recording.receipt(), ""));
        recording
                .history()
                .forEach(step -> values.put(
                        Formats.dateTime(step.at(), organisation.timeZone()) + " · "
                                + step.action().label(),
                        Objects.requireNonNullElse(step.reason(), "")));
        return new Item("Perekaman " + recording.number(), values);
    }
}
