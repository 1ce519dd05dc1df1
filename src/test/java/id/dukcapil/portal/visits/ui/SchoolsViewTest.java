package id.dukcapil.portal.visits.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.SearchSource.Hit;
import id.dukcapil.portal.visits.VisitScenario;
import id.dukcapil.portal.visits.VisitScenario.Youth;
import id.dukcapil.portal.visits.visit.Visits;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/** Schools and their pupils, for the planner and for who only reads. */
class SchoolsViewTest extends Screen {

    @Autowired
    VisitSearch search;

    @Autowired
    VisitScenario given;

    @Autowired
    Visits visits;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithUserDetails(VisitScenario.PLANNER)
    void thePlannerSeesCoverageAndPlaceAndImportsAList() {
        String npsn = given.school();
        Youth pupil = given.youths("birth_date BETWEEN '2007-06-01' AND '2010-10-01'", 10)
                .getLast();
        given.list(npsn, List.of(pupil.line("0095000001")));
        open(SchoolsView.class, Map.of("npsn", npsn, "cari", npsn));
        assertThat(page()).contains("SMAN UJI " + npsn, "1 dalam daftar", "-7,0500", "Lihat semua siswa");
        click("Impor daftar siswa …");
        assertThat(dialog().getHeaderTitle()).isEqualTo("Daftar siswa SMAN UJI " + npsn);
        open(PupilsView.class, Map.of("npsn", npsn));
        assertThat(page()).contains("Siswa SMAN UJI " + npsn).doesNotContain(pupil.nik());
    }

    @Test
    @WithUserDetails("perekaman")
    void whoOnlyReadsIsOfferedNoImport() {
        String npsn = given.school();
        open(SchoolsView.class, Map.of("npsn", npsn));
        assertThat(page()).contains("Sekolah belum mengirim daftar siswa");
        assertThat(buttons()).doesNotContain("Impor sekolah …", "Impor daftar siswa …", "Narahubung …");
    }

    @Test
    @WithUserDetails(VisitScenario.PLANNER)
    void aVisitGoesFromTheSchoolToItsLetterAndAgreement() {
        String npsn = given.school();
        open(SchoolsView.class, Map.of("npsn", npsn));
        click("Rencanakan kunjungan …");
        click("Buat draf");
        assertThat(page()).contains("Draf");
        String number = jdbc.sql("SELECT number FROM visits_visit WHERE npsn = ?")
                .param(npsn)
                .query(String.class)
                .single();
        open(VisitsView.class, Map.of("nomor", number));
        click("Kirim surat");
        assertThat(page()).contains("Menunggu jawaban sekolah", "Surat 400.12.2.2/");
        click("Catat jawaban …");
        click("Simpan jawaban");
        click("Sepakati jadwal");
        assertThat(page()).contains("Disepakati");
        click("Terbitkan");
        assertThat(page()).contains("Disepakati");
        click("Surat (PDF)");
        assertThat(dialog().getHeaderTitle()).startsWith("Surat 400.12.2.2/");
    }

    @Test
    @WithUserDetails("kadis")
    void whoOnlyReadsSeesTheVisitWithoutButtons() {
        String npsn = given.school();
        String number = given.as(VisitScenario.PLANNER, () -> visits.plan(npsn, LocalDate.of(2027, 2, 3), 1))
                .number();
        assertThat(search.find(number, 5)).extracting(Hit::path).containsExactly("kunjungan?nomor=" + number);
        open(VisitsView.class, Map.of("nomor", number));
        assertThat(page()).contains(number, "Kunjungan direncanakan");
        assertThat(buttons()).doesNotContain("Kirim surat", "Batalkan …");
    }
}
