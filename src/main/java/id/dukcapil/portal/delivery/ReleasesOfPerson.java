package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The documents that one resident could print, for the answer to a data subject's request. */
@Component
class ReleasesOfPerson implements PersonalDataSource {

    private final ReleaseRecords records;
    private final Organisation organisation;

    ReleasesOfPerson(ReleaseRecords records, Organisation organisation) {
        this.records = records;
        this.organisation = organisation;
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Pengambilan dokumen",
                "NIK, nama, alamat e-mail, waktu dan anjungan tempat dokumen dicetak",
                "Menyerahkan dokumen bertanda tangan elektronik kepada pemiliknya",
                "UU 27/2022 Pasal 20 ayat (2) huruf c dan e (kewajiban hukum dan pelayanan publik); SOP 31/2023",
                35);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> about(Nik nik) {
        return records.findByPersonNikOrderByCreatedAt(nik.value()).stream()
                .map(release -> item(release.details()))
                .toList();
    }

    private Item item(ReleaseDetails release) {
        var values = new LinkedHashMap<String, String>();
        values.put("Dokumen", release.title());
        values.put("NIK", release.person().value());
        values.put("Nama", release.recipient());
        values.put("E-mail", Objects.requireNonNullElse(release.email(), ""));
        values.put("Status", release.status().label());
        release.history()
                .forEach(step -> values.put(
                        Formats.dateTime(step.at(), organisation.timeZone()) + " · "
                                + step.action().label(),
                        Objects.requireNonNullElse(step.reason(), "")));
        return new Item(release.kind() + " " + release.reference(), values);
    }
}
