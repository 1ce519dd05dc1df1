package id.dukcapil.portal.documents.export;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** What exports hold of residents: copies of lists, for a day; and the filter that asked for one person. */
@Component
class ExportHoldings implements PersonalDataSource {

    private final ExportRecords records;
    private final ZoneId zone;

    ExportHoldings(ExportRecords records, Organisation organisation) {
        this.records = records;
        zone = organisation.timeZone();
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Berkas ekspor daftar",
                "salinan daftar yang diekspor pegawai (nama, NIK yang disamarkan, status) dan saringannya; paling lama 24 jam",
                "Daftar yang dibawa pegawai untuk pekerjaannya",
                "Tugas pelayanan administrasi kependudukan (UU 24/2013)",
                95);
    }

    /** The copies inside the files are of lists that name their own holdings. */
    @Override
    public List<Item> about(Nik nik) {
        return records.askingFor(nik.value()).stream().map(this::item).toList();
    }

    private Item item(ExportEntry entry) {
        var values = new LinkedHashMap<String, String>();
        values.put("Saringan", entry.filterWords());
        values.put("Diminta", Formats.dateTime(entry.requestedAt(), zone));
        values.put("Status", entry.status().label());
        return new Item("Ekspor yang mencari orang ini", values);
    }
}
