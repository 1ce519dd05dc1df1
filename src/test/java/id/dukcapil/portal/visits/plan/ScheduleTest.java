package id.dukcapil.portal.visits.plan;

import static id.dukcapil.portal.visits.VisitScenario.PLANNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.visits.VisitScenario;
import id.dukcapil.portal.visits.school.SchoolKind;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.VisitStatus;
import id.dukcapil.portal.visits.visit.Visits;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What breaks a rule is stored only with a reason, which stays; two planners cannot both get a set. */
@IntegrationTest
class ScheduleTest {

    @Autowired
    VisitScenario given;

    @Autowired
    Schedule schedule;

    @Autowired
    Visits visits;

    private VisitDetails agreed(LocalDate day) {
        String npsn = given.school();
        return given.as(PLANNER, () -> {
            VisitDetails draft = visits.plan(npsn, day, 1);
            return visits.agree(draft.number(), draft.version()).orElseThrow();
        });
    }

    private VisitDetails arranged(VisitDetails visit, String crew, String set, String why) {
        return given.as(PLANNER, () -> {
            Arrangement plain = schedule.arrangement(visit);
            var wanted = new Arrangement(
                    plain.number(), plain.school(), plain.kind(), plain.first(), 1, 30, crew, null, Set.of(set));
            return schedule.arrange(visit.version(), wanted, why).orElseThrow();
        });
    }

    @Test
    void aNewVisitIsOfferedADayWithoutExamsAndHolidays() {
        var office = new OfficeCode("DINAS");
        LocalDate inExams = LocalDate.of(2026, 12, 9);
        assertThat(given.as(PLANNER, () -> schedule.openDay(office, inExams, SchoolKind.SMA)))
                .as("the exams end on Friday the 11th")
                .isEqualTo(LocalDate.of(2026, 12, 14));
        assertThat(given.as(PLANNER, () -> schedule.openDay(office, LocalDate.of(2026, 12, 25), SchoolKind.SMA)))
                .as("Christmas, collective leave and the holidays of the schools")
                .isEqualTo(LocalDate.of(2027, 1, 11));
    }

    @Test
    void aSetInUseIsRefusedWithItsWayOutUnlessAReasonOverridesTheRule() {
        given.resources();
        LocalDate day = LocalDate.of(2027, 1, 20);
        VisitDetails first = arranged(agreed(day), "U1", "U1", "");
        assertThat(first.overridden()).isNull();
        VisitDetails second = agreed(day);
        assertThatThrownBy(() -> arranged(second, "U2", "U1", ""))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Set U1 sudah di " + first.schoolName())
                .hasMessageContaining("bebas");
        VisitDetails overridden = arranged(second, "U2", "U1", "Dipakai bergantian pagi dan siang");
        assertThat(overridden.overridden()).contains("bergantian", "Set U1 sudah di");
        assertThat(given.as(PLANNER, () -> visits.publish(second.number(), overridden.version()))
                        .orElseThrow()
                        .status())
                .isEqualTo(VisitStatus.PUBLISHED);
        assertThat(arranged(now(second), "U2", "U2", "").status()).isEqualTo(VisitStatus.AGREED);
        assertThat(now(second).overridden()).isNull();
    }

    private VisitDetails now(VisitDetails visit) {
        return given.as(PLANNER, () -> visits.find(visit.number())).orElseThrow();
    }

    @Test
    void aHolidayAndAnExamAreInTheWay() {
        given.resources();
        VisitDetails christmas = agreed(LocalDate.of(2026, 12, 25));
        assertThatThrownBy(() -> arranged(christmas, "U1", "U1", "")).hasMessageContaining("25 Desember 2026");
        VisitDetails exam = agreed(LocalDate.of(2026, 12, 2));
        assertThatThrownBy(() -> arranged(exam, "U1", "U1", "")).hasMessageContaining("ASAS");
    }

    @Test
    void twoPlannersAtOnceDoNotGetTheSameSetOrTheSamePeople() throws Exception {
        given.resources();
        LocalDate day = LocalDate.of(2027, 1, 21);
        VisitDetails one = agreed(day);
        VisitDetails other = agreed(day);
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Callable<String>> planners = List.of(() -> outcome(one, "U1", "U2"), () -> outcome(other, "U2", "U2"));
            oneIsStored(both.invokeAll(planners), "Set U2 sudah di");
            VisitDetails third = agreed(day.plusDays(1));
            VisitDetails fourth = agreed(day.plusDays(1));
            planners = List.of(() -> outcome(third, "U1", "U2"), () -> outcome(fourth, "U1", "U3"));
            oneIsStored(both.invokeAll(planners), "Tim U1 sudah di");
        }
    }

    private static void oneIsStored(List<Future<String>> planners, String refusal) {
        List<String> outcomes =
                planners.stream().map(Future::resultNow).sorted().toList();
        assertThat(outcomes).first().asString().contains(refusal);
        assertThat(outcomes).last().isEqualTo("stored");
    }

    private String outcome(VisitDetails visit, String crew, String set) {
        try {
            arranged(visit, crew, set, "");
            return "stored";
        } catch (InvalidInput refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
