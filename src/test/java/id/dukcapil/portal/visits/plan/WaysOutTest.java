package id.dukcapil.portal.visits.plan;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.visits.plan.WaysOut.Way;
import id.dukcapil.portal.visits.resource.Crew;
import id.dukcapil.portal.visits.resource.Crew.CrewMember;
import id.dukcapil.portal.visits.resource.Leave;
import id.dukcapil.portal.visits.resource.RecordingSet;
import id.dukcapil.portal.visits.resource.Vehicle;
import id.dukcapil.portal.visits.school.SchoolKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ways out of a disturbance, the least trouble first. */
class WaysOutTest {

    private static final LocalDate DAY = LocalDate.of(2027, 2, 3);
    private static final Arrangement VISIT =
            new Arrangement("KJS-1", "SMKN 1", SchoolKind.SMK, DAY, 1, 40, "A", "M1", Set.of("1", "2"), Set.of());

    private static CrewMember person(long id, String crew) {
        return new CrewMember(id, crew, "Petugas " + id, CrewMember.OPERATOR);
    }

    private static PlanFacts facts(List<Crew> crews, List<Arrangement> others) {
        Map<LocalDate, Integer> minutes = new HashMap<>();
        DAY.datesUntil(DAY.plusDays(70)).forEach(day -> minutes.put(day, 450));
        List<RecordingSet> sets = IntStream.of(1, 2)
                .mapToObj(set -> new RecordingSet("" + set, "Set " + set, List.of()))
                .toList();
        return new PlanFacts(
                Map.of(),
                minutes,
                List.of(),
                crews,
                sets,
                List.of(new Vehicle("M1", "Mobil 1", "D 1")),
                others,
                Map.of());
    }

    private static final Crew ONE_ILL = new Crew(
            "A",
            "Tim A",
            List.of(person(1, "A"), person(2, "A")),
            List.of(new Leave(2, "Petugas 2", DAY, DAY, "sakit")));

    @Test
    void ofAPersonWhoIsIllFirstSomebodyElseThenAnotherCrewThenFewerSetsThenAnotherDay() {
        Crew other = new Crew("B", "Tim B", List.of(person(3, "B"), person(4, "B")), List.of());
        PlanFacts facts = facts(List.of(ONE_ILL, other), List.of(VISIT));
        List<Way> ways = new WaysOut(facts).of(VISIT, true);
        assertThat(ways)
                .extracting(Way::act)
                .containsExactly(
                        "Petugas 3 ikut",
                        "Tim B menggantikan",
                        "Berangkat dengan 1 set",
                        "Pindah ke Kamis, 4 Februari 2027",
                        "Pindah ke Jumat, 5 Februari 2027",
                        "Pindah ke Sabtu, 6 Februari 2027");
        assertThat(ways)
                .allSatisfy(way ->
                        assertThat(new VisitRules(facts).broken(way.instead())).isEmpty());
        assertThat(ways.get(2).consequence()).contains("selesai dalam 6,3 jam");
    }

    @Test
    void whereNobodyElseIsThereOnlyFewerSetsOrAnotherDayRemain() {
        assertThat(new WaysOut(facts(List.of(ONE_ILL), List.of(VISIT))).of(VISIT, true))
                .extracting(Way::act)
                .startsWith("Berangkat dengan 1 set", "Pindah ke Kamis, 4 Februari 2027");
    }

    @Test
    void aSchoolThatCallsOffIsOfferedOtherDaysOnly() {
        assertThat(new WaysOut(facts(List.of(ONE_ILL), List.of(VISIT))).of(VISIT, false))
                .hasSize(3)
                .allSatisfy(way -> assertThat(way.consequence()).contains("Sekolah harus diberi tahu"));
    }
}
