package id.dukcapil.portal.visits.plan;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.visits.plan.BrokenRule.Rule;
import id.dukcapil.portal.visits.resource.Crew;
import id.dukcapil.portal.visits.resource.Crew.CrewMember;
import id.dukcapil.portal.visits.resource.Leave;
import id.dukcapil.portal.visits.resource.RecordingSet;
import id.dukcapil.portal.visits.resource.SchoolPeriod;
import id.dukcapil.portal.visits.resource.Vehicle;
import id.dukcapil.portal.visits.school.SchoolKind;
import id.dukcapil.portal.visits.visit.SchoolAnswer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule with its sentence and its way out. */
class VisitRulesTest {

    /** A Wednesday. */
    private static final LocalDate DAY = LocalDate.of(2027, 2, 3);

    private static final Arrangement OTHER =
            new Arrangement("KJS-2", "SMAN 2 CIPARAY", SchoolKind.SMA, DAY, 1, 60, "B", "M2", Set.of("3"));

    private static Arrangement visit(LocalDate day, int pupils, String crew, String vehicle, String... sets) {
        return new Arrangement("KJS-1", "SMKN 1", SchoolKind.SMK, day, 1, pupils, crew, vehicle, Set.of(sets));
    }

    private static VisitRules rules(Map<String, SchoolAnswer> answers) {
        return new VisitRules(facts(answers));
    }

    private static PlanFacts facts(Map<String, SchoolAnswer> answers) {
        Map<LocalDate, String> closed = new HashMap<>();
        Map<LocalDate, Integer> minutes = new HashMap<>();
        DAY.minusDays(2).datesUntil(DAY.plusDays(70)).forEach(day -> {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                closed.put(day, "akhir pekan");
            } else {
                minutes.put(day, 450);
            }
        });
        var leave = new Leave(2, "Nia", DAY.plusDays(1), DAY.plusDays(1), "cuti");
        return new PlanFacts(
                closed,
                minutes,
                List.of(new SchoolPeriod(DAY.plusDays(5), DAY.plusDays(9), "Uji kompetensi", "SMK")),
                List.of(
                        new Crew(
                                "A",
                                "Tim A",
                                List.of(new CrewMember(2, "A", "Nia", CrewMember.OPERATOR)),
                                List.of(leave)),
                        new Crew("B", "Tim B", List.of(), List.of()),
                        new Crew("C", "Tim C", List.of(), List.of()),
                        new Crew(
                                "D", "Tim D", List.of(new CrewMember(7, "D", "Tini", CrewMember.OPERATOR)), List.of())),
                List.of(set("3", null), set("4", "lensa buram"), set("5", null), set("6", null)),
                List.of(new Vehicle("M1", "Mobil 1", "D 1 V"), new Vehicle("M2", "Mobil 2", "D 2 V")),
                List.of(OTHER),
                answers);
    }

    private static RecordingSet set(String code, @Nullable String broken) {
        return new RecordingSet(
                code, "Set " + code, List.of(new RecordingSet.Item(1, code, "Iris scanner", "SN-" + code, broken)));
    }

    private static BrokenRule only(Arrangement visit) {
        List<BrokenRule> broken = rules(Map.of()).judge(visit);
        assertThat(broken).hasSize(1);
        return broken.getFirst();
    }

    private static void repairs(BrokenRule broken) {
        assertThat(rules(Map.of()).judge(Objects.requireNonNull(broken.instead())))
                .isEmpty();
    }

    @Test
    void aSetThatIsElsewhereIsReplacedByAFreeOneThatWorks() {
        BrokenRule broken = only(visit(DAY, 40, "C", "M1", "3"));
        assertThat(broken.rule()).isEqualTo(Rule.SET_TWICE);
        assertThat(broken.sentence()).isEqualTo("Set 3 sudah di SMAN 2 CIPARAY pada Rab, 3 Feb; Set 5 bebas.");
        repairs(broken);
    }

    @Test
    void aBrokenSetACrewOnLeaveAndACarThatIsAwayHaveTheirWayOut() {
        assertThat(only(visit(DAY, 40, "C", "M1", "4")).sentence()).contains("lensa buram", "Set 5 bebas");
        BrokenRule leave = only(visit(DAY.plusDays(1), 40, "A", "M1", "3"));
        assertThat(leave.sentence()).isEqualTo("Tim A: Nia tidak ada (cuti); Tim B bebas.");
        repairs(leave);
        BrokenRule twice = only(visit(DAY, 40, "B", "M1", "5"));
        assertThat(twice.sentence()).contains("Tim B sudah di SMAN 2 CIPARAY", "Tim A bebas");
        BrokenRule car = only(visit(DAY, 40, "C", "M2", "5"));
        assertThat(car.sentence()).contains("Mobil 2 sudah ke SMAN 2 CIPARAY", "Mobil 1 bebas");
        repairs(car);
    }

    @Test
    void eachSetNeedsAnOperatorOfTheCrewOrOneOfAnotherCrewWhoStaysHome() {
        BrokenRule few = only(visit(DAY, 90, "A", "M1", "5", "6"));
        assertThat(few.rule()).isEqualTo(Rule.TOO_FEW_OPERATORS);
        assertThat(few.sentence()).isEqualTo("Tim A: 2 set perlu 2 operator, ada 1; Tini bebas.");
        assertThat(Objects.requireNonNull(few.instead()).helpers()).containsExactly(7L);
        repairs(few);
        BrokenRule away = only(visit(DAY.plusDays(1), 40, "C", "M1", "3").of(Set.of("3"), Set.of(2L)));
        assertThat(away.rule()).isEqualTo(Rule.HELPER_AWAY);
        assertThat(away.sentence()).contains("Nia tidak ada (cuti)", "Tini bebas");
        repairs(away);
    }

    @Test
    void aHolidayThatIsDeclaredLaterPutsAVisitInConflictThatWasNone() {
        Arrangement saved = visit(DAY, 40, "C", "M1", "5");
        assertThat(rules(Map.of()).judge(saved)).isEmpty();
        PlanFacts facts = facts(Map.of());
        Map<LocalDate, String> closed = new HashMap<>(facts.closed());
        closed.put(DAY, "libur pemilihan umum");
        var later = new VisitRules(new PlanFacts(
                closed,
                facts.minutes(),
                facts.periods(),
                facts.crews(),
                facts.sets(),
                facts.vehicles(),
                facts.others(),
                facts.answers()));
        assertThat(later.judge(saved)).singleElement().satisfies(broken -> {
            assertThat(broken.sentence()).contains("libur pemilihan umum");
            assertThat(broken.wayOut()).contains("4 Februari 2027");
        });
    }

    @Test
    void onAHolidayOrDuringExamsTheNextDayThatKeepsAllRulesIsNamed() {
        BrokenRule weekend = only(visit(LocalDate.of(2027, 2, 6), 40, "C", "M1", "5"));
        assertThat(weekend.rule()).isEqualTo(Rule.OFFICE_CLOSED);
        // The week after is full of exams of the SMK
        assertThat(weekend.wayOut()).contains("Senin, 15 Februari 2027");
        repairs(weekend);
        assertThat(only(visit(LocalDate.of(2027, 2, 9), 40, "C", "M1", "5")).sentence())
                .contains("Uji kompetensi");
        var sma =
                new Arrangement("KJS-1", "SMA", SchoolKind.MA, LocalDate.of(2027, 2, 9), 1, 40, "C", "M1", Set.of("5"));
        assertThat(rules(Map.of()).judge(sma)).isEmpty();
    }

    @Test
    void tooManyPupilsForTheHoursAskForASetMore() {
        BrokenRule broken = only(visit(DAY.plusDays(1), 90, "C", "M1", "3"));
        assertThat(broken.rule()).isEqualTo(Rule.TOO_SHORT);
        assertThat(broken.sentence()).contains("90 siswa dengan 1 set perlu 12", "tambah Set 5");
        repairs(broken);
    }

    @Test
    void whatTheSchoolExcludedIsARuleToo() {
        var answer = new SchoolAnswer(null, DAY, DAY.plusDays(1), 40, "", "");
        assertThat(rules(Map.of("KJS-1", answer)).judge(visit(DAY, 40, "C", "M1", "5")))
                .singleElement()
                .satisfies(broken -> {
                    assertThat(broken.rule()).isEqualTo(Rule.SCHOOL_EXCLUDES);
                    assertThat(broken.wayOut()).contains("5 Februari 2027");
                });
    }
}
