package id.dukcapil.portal.visits.proposal;

import id.dukcapil.portal.visits.plan.Arrangement;
import id.dukcapil.portal.visits.plan.PlanFacts;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Invented schools, people and equipment of a given size, always the same for a number. */
final class PlanWorld {

    static final LocalDate FIRST = LocalDate.of(2027, 1, 4);

    private final Random dice;
    private final int days;
    private final List<Crew> crews = new ArrayList<>();
    private final List<RecordingSet> sets;
    private final List<Vehicle> vehicles;
    private final List<Candidate> schools = new ArrayList<>();
    private final Map<LocalDate, String> closed = new HashMap<>();
    private final Map<LocalDate, Integer> minutes = new HashMap<>();
    private final List<SchoolPeriod> periods = new ArrayList<>();
    private final List<Arrangement> fixed = new ArrayList<>();
    private final Map<String, SchoolAnswer> answers = new HashMap<>();

    PlanWorld(long number, int days, int crews, int sets, int vehicles) {
        this.dice = new Random(number);
        this.days = days;
        calendar();
        for (int crew = 0; crew < crews; crew++) {
            crew(crew);
        }
        this.sets = IntStream.range(0, sets)
                .mapToObj(set -> new RecordingSet("" + set, "Set " + set, List.of()))
                .toList();
        this.vehicles = IntStream.range(0, vehicles)
                .mapToObj(car -> new Vehicle("M" + car, "Mobil " + car, "D " + car))
                .toList();
    }

    private void calendar() {
        FIRST.datesUntil(FIRST.plusDays(days + 70L)).forEach(day -> {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (weekend || dice.nextInt(18) == 0) {
                closed.put(day, "libur");
            } else {
                minutes.put(day, 450);
            }
        });
        for (int from = 20 + dice.nextInt(20); from < days; from += 45) {
            LocalDate exam = FIRST.plusDays(from);
            periods.add(new SchoolPeriod(exam, exam.plusDays(8), "Ujian", dice.nextBoolean() ? "SMK" : "SMA"));
        }
    }

    private void crew(int crew) {
        String code = "T" + crew;
        List<CrewMember> members = IntStream.range(0, 2)
                .mapToObj(one -> new CrewMember(crew * 2L + one + 1, code, code + one, CrewMember.OPERATOR))
                .toList();
        var leaves = new ArrayList<Leave>();
        for (CrewMember one : members) {
            LocalDate from = FIRST.plusDays(dice.nextInt(days));
            leaves.add(new Leave(one.id(), one.fullName(), from, from.plusDays(dice.nextInt(10)), "cuti"));
        }
        crews.add(new Crew(code, "Tim " + crew, members, leaves));
    }

    /** Schools with so many pupils to record in all; some wish for a day, some exclude some. */
    PlanWorld schools(int many, int pupils) {
        double[] shares = IntStream.range(0, many)
                .mapToDouble(one -> Math.exp(dice.nextGaussian() * 0.7))
                .toArray();
        double all = java.util.Arrays.stream(shares).sum();
        for (int i = 0; i < many; i++) {
            LocalDate wished = dice.nextInt(3) == 0 ? FIRST.plusDays(dice.nextInt(days)) : null;
            SchoolKind kind = dice.nextBoolean() ? SchoolKind.SMA : SchoolKind.SMK;
            int here = Math.clamp(Math.round(pupils * shares[i] / all), 8, 380);
            var school = new Candidate(
                    null,
                    0,
                    false,
                    false,
                    "%08d".formatted(i),
                    "Sekolah " + i,
                    kind,
                    here,
                    10 + dice.nextInt(80),
                    wished,
                    null);
            schools.add(school);
            if (dice.nextInt(5) == 0) {
                LocalDate from = FIRST.plusDays(dice.nextInt(days));
                answers.put(school.key(), new SchoolAnswer(null, from, from.plusDays(6), here, "", ""));
            }
        }
        return this;
    }

    /** Visits that stay where they are, one of them with somebody of another crew. */
    PlanWorld published(int many) {
        for (int i = 0; i < many; i++) {
            int crew = dice.nextInt(crews.size());
            long helper = 1 + (crew * 2L + 2) % (crews.size() * 2L);
            fixed.add(new Arrangement(
                    "TERBIT-" + i,
                    "Sekolah terbit " + i,
                    SchoolKind.SMA,
                    FIRST.plusDays(dice.nextInt(days)),
                    1 + dice.nextInt(2),
                    30,
                    crews.get(crew).code(),
                    vehicles.get(dice.nextInt(vehicles.size())).code(),
                    Set.of(sets.get(dice.nextInt(sets.size())).code()),
                    i % 3 == 0 ? Set.of(helper) : Set.of()));
        }
        return this;
    }

    PlanFacts facts(List<Arrangement> more) {
        var others = new ArrayList<>(fixed);
        others.addAll(more);
        return new PlanFacts(closed, minutes, periods, crews, sets, vehicles, others, answers);
    }

    PlanSpace space() {
        return new PlanSpace(facts(List.of()), schools, FIRST, FIRST.plusDays(days - 1L));
    }
}
