package id.dukcapil.portal.visits.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.Screen;
import id.dukcapil.portal.visits.VisitScenario;
import id.dukcapil.portal.visits.VisitScenario.Youth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** Schools and their pupils, for the planner and for who only reads. */
class SchoolsViewTest extends Screen {

    @Autowired
    VisitScenario given;

    @Test
    @WithUserDetails(VisitScenario.PLANNER)
    void thePlannerSeesCoverageAndPlaceAndImportsAList() {
        String npsn = given.school();
        Youth pupil = given.youths("birth_date BETWEEN '2007-06-01' AND '2010-10-01'", 10).getLast();
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
}
