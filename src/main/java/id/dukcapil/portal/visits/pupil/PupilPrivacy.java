package id.dukcapil.portal.visits.pupil;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.Retention;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is held about pupils, most of them children, and for how long. */
@Component
class PupilPrivacy implements PersonalDataSource {

    private final JdbcClient jdbc;

    PupilPrivacy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Daftar siswa untuk kunjungan sekolah",
                "Nama, NISN, NIK, jenis kelamin, tempat dan tanggal lahir, rombel; kolom lain dari daftar sekolah tidak disimpan",
                "Merencanakan perekaman KTP-el di sekolah dan mengetahui siapa yang belum direkam",
                "UU 23/2006 jo. UU 24/2013 Pasal 63; UU 27/2022 Pasal 20 ayat (2) huruf e dan Pasal 25; SOP Balangan 2020",
                42);
    }

    @Override
    public List<Item> about(Nik nik) {
        return jdbc.sql("""
                        SELECT p.*, s.name AS school FROM visits_pupil p JOIN visits_school s ON s.npsn = p.npsn
                        WHERE p.nik = ? ORDER BY p.id""")
                .param(nik.value())
                .query((row, number) -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    values.put("Sekolah", row.getString("school"));
                    values.put("Nama", row.getString("full_name"));
                    values.put("NISN", Objects.requireNonNullElse(row.getString("nisn"), ""));
                    values.put("Rombel", row.getString("class_name"));
                    values.put(
                            "Hasil pencocokan",
                            PupilVerdict.valueOf(row.getString("verdict")).label());
                    return new Item("Siswa " + row.getString("school"), values);
                })
                .list();
    }

    @Bean
    Retention pupilRetention() {
        return new Retention(
                "visits-pupil",
                "Siswa yang sudah tidak ada dalam daftar sekolah",
                "baris dihapus",
                "UU 27/2022 Pasal 25, 42 dan 44; dipakai sampai kunjungan tahun ajaran berikutnya",
                Period.ofYears(1),
                EndedRows.of(jdbc, "visits_pupil", "left_at < :moment", "left_at")
                        .delete());
    }
}
