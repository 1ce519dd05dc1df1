package id.dukcapil.portal.recording.book;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of the diary about one resident, and the end of their personal data. */
@Component
class DiaryPrivacy implements PersonalDataSource {

    private final DiaryRows rows;
    private final Organisation organisation;

    DiaryPrivacy(DiaryRows rows, Organisation organisation) {
        this.rows = rows;
        this.organisation = organisation;
    }

    @Override
    public Holding describe() {
        return new Holding(
                "BHPPK",
                "NIK, nama, jenis kelamin, tempat dan tanggal lahir, alamat, peristiwa",
                "Buku harian peristiwa penting dan peristiwa kependudukan",
                "UU 23/2006 jo. UU 24/2013; UU 27/2022 Pasal 20 ayat (2) huruf c",
                41);
    }

    @Override
    public List<Item> about(Nik nik) {
        return rows.ofPerson(nik).stream().map(line -> item(nik, line)).toList();
    }

    private Item item(Nik nik, DiaryLine line) {
        var values = new LinkedHashMap<String, String>();
        values.put("NIK", nik.value());
        values.put("Nama", Objects.requireNonNullElse(line.name(), ""));
        values.put("Lahir", Objects.requireNonNullElse(line.born(), ""));
        values.put("Alamat", Objects.requireNonNullElse(line.address(), ""));
        values.put("Waktu", Formats.dateTime(line.at(), organisation.timeZone()));
        values.put("Peristiwa", line.event());
        values.put("Keterangan", Objects.requireNonNullElse(line.note(), ""));
        return new Item("BHPPK nomor " + line.number(), values);
    }

    @Bean
    Retention diaryRetention(JdbcClient jdbc) {
        return new Retention(
                "recording-book",
                "Baris BHPPK",
                "NIK, nama, kelahiran, alamat dan keterangan dihapus; nomor, waktu dan peristiwa tetap",
                "Buku register; sesuaikan dengan jadwal retensi arsip daerah",
                Period.ofYears(10),
                EndedRows.of(jdbc, "recording_book_line", "anonymised_at IS NULL AND at < :moment", "at")
                        .set(
                                "person_nik = NULL, full_name = NULL, female = NULL, born = NULL, address = NULL, note = NULL,"
                                        + " anonymised_at = UTC_TIMESTAMP(6)"));
    }
}
