package id.dukcapil.portal.visits.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.visits.VisitScenario;
import id.dukcapil.portal.visits.plan.Arrangement;
import id.dukcapil.portal.visits.plan.Schedule;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.Visits;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The week with its lanes, and the dialog that says what is in the way. */
class ScheduleViewTest extends Screen {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 26);

    @Autowired
    VisitScenario given;

    @Autowired
    Pulse pulse;

    @Autowired
    Visits visits;

    @Autowired
    Schedule schedule;

    private VisitDetails draft(LocalDate day, String crew, String set, String why) {
        String npsn = given.school();
        return given.as(VisitScenario.PLANNER, () -> {
            VisitDetails draft = visits.plan(npsn, day, 1);
            Arrangement plain = schedule.arrangement(draft);
            var wanted =
                    new Arrangement(plain.number(), plain.school(), plain.kind(), day, 1, 30, crew, null, Set.of(set));
            return schedule.arrange(draft.version(), wanted, why).orElseThrow();
        });
    }

    private NativeButton chip(VisitDetails visit) {
        return find(NativeButton.class).all().stream()
                .filter(chip -> textOf(chip).startsWith(visit.schoolName()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @WithUserDetails(VisitScenario.PLANNER)
    void aVisitStandsInItsLanesAndItsDialogNamesTheWayOut() {
        given.resources();
        VisitDetails first = draft(DAY, "U1", "U1", "");
        VisitDetails second = draft(DAY, "U2", "U1", "Bergantian");
        open(ScheduleView.class, Map.of("minggu", DAY.toString()));
        assertThat(page()).contains("Tim U1", "Set U1", "Mobil U1", first.schoolName(), second.schoolName());
        test(chip(second)).click();
        assertThat(textOf(dialog())).contains("Set U1 sudah di " + first.schoolName());
        clickLast("Pakai: Set U2 bebas");
        assertThat(textOf(dialog())).contains("Semua aturan terpenuhi");
        click("Simpan");
        VisitDetails now = visits.find(second.number()).orElseThrow();
        assertThat(now.sets()).containsExactly("U2");
        assertThat(now.overridden()).isNull();
    }

    @Test
    @WithUserDetails(VisitScenario.PLANNER)
    void whatAnotherPlannerArrangesIsSeenWithoutAReload() {
        given.resources();
        LocalDate day = DAY.minusWeeks(1);
        open(ScheduleView.class, Map.of("minggu", day.toString()));
        VisitDetails another = draft(day, "U1", "U1", "");
        assertThat(page()).doesNotContain(another.schoolName());
        pulse.beat();
        var session = UI.getCurrent().getSession();
        session.getService().runPendingAccessTasks(session);
        assertThat(page()).contains(another.schoolName());
    }

    @Test
    @WithUserDetails("perekaman")
    void whoOnlyReadsIsLedToTheVisit() {
        given.resources();
        VisitDetails visit = draft(DAY.plusDays(2), "U2", "U3", "Tidak peduli bentrok");
        open(ScheduleView.class, Map.of("minggu", DAY.toString()));
        test(chip(visit)).click();
        assertThat(address()).isEqualTo("kunjungan?nomor=" + visit.number());
    }
}
