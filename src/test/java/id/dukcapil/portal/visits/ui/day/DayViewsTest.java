package id.dukcapil.portal.visits.ui.day;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.Screen;
import id.dukcapil.portal.visits.VisitScenario;
import id.dukcapil.portal.visits.day.DayScenario;
import id.dukcapil.portal.visits.visit.VisitDetails;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The pages around the day: visits, corrections, coverage. */
class DayViewsTest extends Screen {

    @Autowired
    DayScenario given;

    @Test
    @WithUserDetails("perekaman")
    void whoGoesAlongSeesTodaysVisitsAndCorrections() {
        VisitDetails visit = given.today(2);
        open(DaysView.class, Map.of());
        assertThat(page()).contains("Hari-H");
        open(CorrectionsView.class, Map.of("keadaan", "DONE"));
        assertThat(page()).contains("Koreksi SIAK").doesNotContain(visit.token());
    }

    @Test
    @WithUserDetails(VisitScenario.PLANNER)
    void coverageIsShownByKecamatanSchoolCohortAndVisit() {
        given.today(2);
        open(CoverageView.class, Map.of());
        assertThat(page()).contains("Sudah terekam", "Kecamatan, terendah dahulu", "Sekolah menurut letaknya");
        open(CoverageView.class, Map.of("menurut", "cohort"));
        assertThat(page()).contains("Tahun lahir, terendah dahulu");
        open(CoverageView.class, Map.of("menurut", "kunjungan"));
        assertThat(page()).contains("Kunjungan setahun terakhir");
    }
}
