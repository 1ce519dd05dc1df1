package id.dukcapil.portal.documents.export;

import id.dukcapil.portal.common.Retained;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** The files are gone within a day; this is the list of what somebody once took along, which the audit trail has as well. */
@Component
class ExportRetention implements Retained {

    private final ExportRecords records;

    ExportRetention(ExportRecords records) {
        this.records = records;
    }

    @Override
    public String key() {
        return "export";
    }

    @Override
    public String label() {
        return "Daftar unduhan pegawai";
    }

    @Override
    public String outcome() {
        return "baris di halaman Unduhan dihapus (berkasnya sudah dihapus jauh sebelumnya); jejak audit tetap";
    }

    @Override
    public String basis() {
        return "dibutuhkan hanya agar pegawai melihat ekspornya yang terakhir (UU 27/2022 pasal 16 ayat (2) huruf g)";
    }

    @Override
    public Period standard() {
        return Period.ofDays(30);
    }

    @Override
    public int removeEndedBefore(Instant moment, int limit) {
        return records.removeEndedBefore(moment, limit);
    }
}
