package id.dukcapil.portal.visits.day;

import id.dukcapil.portal.common.AfterCommit;
import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentHolder;
import id.dukcapil.portal.documents.DocumentHolders;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.day.DayRow.Result;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is held about pupils from the day of a visit, and for how long. */
@Component
class DayPrivacy implements PersonalDataSource, DocumentHolder {

    private static final Period KEPT = Period.ofYears(2);
    private static final Period PICTURES_KEPT = Period.ofMonths(3);
    private static final String BASIS =
            "UU 27/2022 Pasal 25, 42 dan 44; cukup untuk kartu yang ditahan sampai 17 tahun";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final AfterCommit<ContentHash> forgotten;

    DayPrivacy(
            JdbcClient jdbc, Organisation organisation, DocumentStore store, ObjectProvider<DocumentHolders> holders) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        forgotten = new AfterCommit<>(hashes ->
                hashes.stream().filter(hash -> !holders.getObject().hold(hash)).forEach(store::remove));
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Hasil kunjungan sekolah",
                "Nama, NISN, NIK, rombel, hasil dan koreksi SIAK dengan nomor dan foto akta; di tablet NIK disamarkan dan semuanya dihapus"
                        + " sesudah kunjungan ditutup",
                "Mencatat hasil perekaman di sekolah tanpa kehilangan saat jaringan putus",
                "UU 23/2006 jo. UU 24/2013 Pasal 63; UU 27/2022 Pasal 20 ayat (2) huruf e; SOP Balangan 2020",
                43);
    }

    @Override
    public List<Item> about(Nik nik) {
        return jdbc.sql("""
                        SELECT o.*, v.number, v.school_name FROM visits_outcome o JOIN visits_visit v ON v.id = o.visit_id
                        WHERE o.nik = ? ORDER BY o.id""")
                .param(nik.value())
                .query((row, number) -> {
                    DayRow pupil = OutcomeRows.row(row, number);
                    Result result = pupil.result();
                    Map<String, String> values = new LinkedHashMap<>();
                    values.put("Sekolah", row.getString("school_name"));
                    values.put("Nama", pupil.who().name());
                    values.put("NISN", Objects.requireNonNullElse(pupil.who().nisn(), ""));
                    values.put(
                            "Hasil",
                            result == null
                                    ? ""
                                    : result.outcome().label() + ", "
                                            + Formats.dateTime(result.at(), organisation.timeZone()));
                    values.put(
                            "Koreksi SIAK",
                            pupil.correction() == null
                                    ? ""
                                    : "%s: %s → %s"
                                            .formatted(
                                                    pupil.correction().fix().field(),
                                                    pupil.correction().fix().before(),
                                                    pupil.correction().fix().after()));
                    return new Item("Kunjungan " + row.getString("number"), values);
                })
                .list();
    }

    @Bean
    Retention outcomeRetention() {
        return new Retention(
                "visits-outcome",
                "Hasil siswa pada kunjungan sekolah",
                "nama, NISN, NIK dan koreksi dihapus; hasil tetap untuk angka",
                BASIS,
                KEPT,
                EndedRows.of(jdbc, "visits_outcome", "changed_at < :moment AND full_name <> ''", "changed_at")
                        .set(
                                "nisn = NULL, nik = NULL, full_name = '', birth_date = NULL, finding = '', fix_before = NULL,"
                                        + " fix_after = NULL, fix_evidence = NULL"));
    }

    /** A picture is wanted until the operator of SIAK has looked at it. */
    @Bean
    Retention evidenceRetention() {
        return new Retention(
                "visits-evidence",
                "Foto akta kelahiran pada koreksi SIAK",
                "foto dihapus; nomor akta tetap",
                BASIS,
                PICTURES_KEPT,
                EndedRows.of(jdbc, "visits_outcome", "changed_at < :moment AND evidence_hash IS NOT NULL", "changed_at")
                        .each(UUID.class, this::forgetPictures));
    }

    private void forgetPictures(List<UUID> pupils) {
        List<String> pictures = jdbc.sql("SELECT DISTINCT evidence_hash FROM visits_outcome WHERE id IN (:ids)")
                .param("ids", pupils)
                .query(OneColumn.TEXT)
                .list();
        jdbc.sql("UPDATE visits_outcome SET evidence_hash = NULL WHERE id IN (:ids)")
                .param("ids", pupils)
                .update();
        pictures.stream().map(ContentHash::new).forEach(forgotten::add);
    }

    @Override
    public boolean holds(ContentHash hash) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM visits_outcome WHERE evidence_hash = ?)")
                .param(hash.value())
                .query(Boolean.class)
                .single();
    }

    @Bean
    Retention operationRetention() {
        return new Retention(
                "visits-operation",
                "Catatan tablet pada kunjungan sekolah",
                "baris dihapus",
                BASIS,
                KEPT,
                EndedRows.of(jdbc, "visits_operation", "received_at < :moment", "received_at")
                        .delete());
    }
}
