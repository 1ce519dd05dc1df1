package id.dukcapil.portal.visits.plan;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.visits.plan.BrokenRule.Rule;
import id.dukcapil.portal.visits.resource.Crew;
import id.dukcapil.portal.visits.resource.Crew.CrewMember;
import id.dukcapil.portal.visits.resource.RecordingSet;
import id.dukcapil.portal.visits.resource.Vehicle;
import id.dukcapil.portal.visits.visit.SchoolAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a plan of visits: which of them an arrangement breaks, in words and with the way out. It knows no database and
 * no screen, so the same rules judge an edit, a saved plan and a search for a day.
 */
public final class VisitRules {

    /** What a pupil takes on one set, measured at visits: Ngawi recorded 156 with 3 sets in a day. */
    public static final int MINUTES_A_PUPIL = 8;

    /** Setting up and packing, once a day. */
    public static final int MINUTES_A_DAY = 60;

    private static final int DAYS_TO_SEARCH = 60;

    private final PlanFacts facts;

    public VisitRules(PlanFacts facts) {
        this.facts = facts;
    }

    /** Empty when every rule is kept. */
    public List<BrokenRule> judge(Arrangement visit) {
        List<BrokenRule> broken = broken(visit);
        if (broken.stream().anyMatch(one -> one.instead() == null)) {
            Arrangement day = fits(visit).orElse(null);
            return broken.stream()
                    .map(one -> one.instead() != null || day == null
                            ? one
                            : new BrokenRule(
                                    one.rule(),
                                    one.sentence(),
                                    "Hari terdekat yang memenuhi semua aturan: %s."
                                            .formatted(Formats.longDate(day.first())),
                                    day))
                    .toList();
        }
        return broken;
    }

    /** The first day from the next on, within sixty, on which the visit breaks no rule as it is. */
    public Optional<Arrangement> fits(Arrangement visit) {
        return visit.first()
                .plusDays(1)
                .datesUntil(visit.first().plusDays(DAYS_TO_SEARCH + 1L))
                .filter(facts.minutes()::containsKey)
                .map(visit::on)
                .filter(moved -> broken(moved).isEmpty())
                .findFirst();
    }

    /** Whether office and school are open on its days; says nothing of people and equipment. */
    public boolean suits(Arrangement visit) {
        var broken = new ArrayList<BrokenRule>();
        days(visit, broken);
        return broken.isEmpty();
    }

    /** Whether so many sets are enough for these minutes. */
    public static boolean isTime(int pupils, int sets, int minutes) {
        return Math.ceilDiv(pupils, sets) * MINUTES_A_PUPIL <= minutes;
    }

    /** What breaks a rule, without the ways out that take a search. */
    public List<BrokenRule> broken(Arrangement visit) {
        var broken = new ArrayList<BrokenRule>();
        days(visit, broken);
        crew(visit, broken);
        sets(visit, broken);
        vehicle(visit, broken);
        time(visit, broken);
        return broken;
    }

    private void days(Arrangement visit, List<BrokenRule> broken) {
        visit.first().datesUntil(visit.last().plusDays(1)).forEach(day -> {
            String closed = facts.closed().get(day);
            if (closed != null) {
                broken.add(without(Rule.OFFICE_CLOSED, "%s: %s.".formatted(Formats.longDate(day), closed)));
            }
        });
        facts.periods().stream()
                .filter(period -> period.concerns(visit.kind()) && period.touches(visit.first(), visit.last()))
                .forEach(period -> broken.add(without(
                        Rule.SCHOOL_PERIOD,
                        "%s, %s–%s."
                                .formatted(
                                        period.name(), Formats.shortDate(period.from()), Formats.date(period.to())))));
        SchoolAnswer answer = facts.answers().get(visit.number());
        if (answer != null && answer.excludes(visit.first(), visit.last())) {
            broken.add(without(Rule.SCHOOL_EXCLUDES, "Sekolah menjawab tidak dapat pada hari itu."));
        }
    }

    private void crew(Arrangement visit, List<BrokenRule> broken) {
        String code = visit.crew();
        if (code == null) {
            return;
        }
        crewOf(code).ifPresent(crew -> {
            inTheWay(visit)
                    .filter(other -> code.equals(other.crew()))
                    .forEach(other -> broken.add(otherCrew(
                            visit,
                            Rule.CREW_TWICE,
                            "%s sudah di %s pada %s"
                                    .formatted(crew.name(), other.school(), Formats.shortDate(other.first())))));
            operators(visit, crew, broken);
        });
        visit.helpers().forEach(helper -> helper(visit, helper, broken));
    }

    /** Each set needs an operator: of the crew, or one of another crew who goes along. */
    private void operators(Arrangement visit, Crew crew, List<BrokenRule> broken) {
        if (!crew.hasOperators()) {
            return;
        }
        crew.members()
                .forEach(member -> inTheWay(visit)
                        .filter(other -> other.helpers().contains(member.id()))
                        .forEach(other -> broken.add(otherCrew(
                                visit,
                                Rule.HELPER_TWICE,
                                "%s membantu di %s".formatted(member.fullName(), other.school())))));
        List<CrewMember> there = crew.operators(visit.first(), visit.last());
        String away = crew.leaves().stream()
                .filter(leave -> leave.touches(visit.first(), visit.last()))
                .map(leave -> "%s tidak ada (%s)".formatted(leave.person(), leave.why()))
                .collect(Collectors.joining(", "));
        if (there.isEmpty()) {
            broken.add(otherCrew(visit, Rule.CREW_AWAY, "%s: %s".formatted(crew.name(), away)));
        } else if (there.size() + visit.helpers().size() < visit.sets().size()) {
            String sentence = "%s%s: %d set perlu %d operator, ada %d"
                    .formatted(
                            crew.name(),
                            away.isEmpty() ? "" : ", " + away,
                            visit.sets().size(),
                            visit.sets().size(),
                            there.size() + visit.helpers().size());
            broken.add(withHelper(visit, null, Rule.TOO_FEW_OPERATORS, sentence));
        }
    }

    private void helper(Arrangement visit, long person, List<BrokenRule> broken) {
        Crew own = facts.crews().stream()
                .filter(crew -> crew.members().stream().anyMatch(one -> one.id() == person))
                .findFirst()
                .orElse(null);
        if (own == null || own.code().equals(visit.crew())) {
            broken.add(withHelper(visit, person, Rule.HELPER_AWAY, "Operator tambahan bukan dari tim lain"));
            return;
        }
        own.leave(person, visit.first(), visit.last())
                .ifPresent(leave -> broken.add(withHelper(
                        visit, person, Rule.HELPER_AWAY, "%s tidak ada (%s)".formatted(leave.person(), leave.why()))));
        inTheWay(visit)
                .filter(other ->
                        own.code().equals(other.crew()) || other.helpers().contains(person))
                .forEach(other -> broken.add(withHelper(
                        visit,
                        person,
                        Rule.HELPER_TWICE,
                        "%s sudah di %s pada %s"
                                .formatted(name(own, person), other.school(), Formats.shortDate(other.first())))));
    }

    private static String name(Crew crew, long person) {
        return crew.members().stream()
                .filter(one -> one.id() == person)
                .map(CrewMember::fullName)
                .findFirst()
                .orElse("Operator");
    }

    /** @param instead who is replaced; null when one more is needed */
    private BrokenRule withHelper(Arrangement visit, @Nullable Long instead, Rule rule, String sentence) {
        return freeOperators(visit)
                .findFirst()
                .map(free -> with(
                        rule, sentence, "%s bebas".formatted(free.fullName()), visit.withHelper(instead, free.id())))
                .orElseGet(() -> without(rule, sentence + "."));
    }

    /** Operators of crews that stay at the office on these days and whom nobody else has asked. */
    public Stream<CrewMember> freeOperators(Arrangement visit) {
        return facts.crews().stream()
                .filter(crew -> !crew.code().equals(visit.crew())
                        && inTheWay(visit).noneMatch(other -> crew.code().equals(other.crew())))
                .flatMap(crew -> crew.operators(visit.first(), visit.last()).stream())
                .filter(one -> !visit.helpers().contains(one.id())
                        && inTheWay(visit).noneMatch(other -> other.helpers().contains(one.id())));
    }

    private Optional<Crew> crewOf(String code) {
        return facts.crews().stream().filter(crew -> crew.code().equals(code)).findFirst();
    }

    private BrokenRule otherCrew(Arrangement visit, Rule rule, String sentence) {
        return facts.crews().stream()
                .filter(crew -> staffs(crew, visit)
                        && inTheWay(visit).noneMatch(other -> crew.code().equals(other.crew())))
                .findFirst()
                .map(free -> with(
                        rule, sentence, "%s bebas".formatted(free.name()), visit.with(free.code(), visit.vehicle())))
                .orElseGet(() -> without(rule, sentence + "."));
    }

    private void sets(Arrangement visit, List<BrokenRule> broken) {
        for (RecordingSet set : facts.sets()) {
            if (!visit.sets().contains(set.code())) {
                continue;
            }
            if (!set.trouble().isEmpty()) {
                broken.add(otherSet(visit, set, Rule.SET_BROKEN, "%s: %s".formatted(set.name(), set.trouble())));
            }
            inTheWay(visit)
                    .filter(other -> other.sets().contains(set.code()))
                    .forEach(other -> broken.add(otherSet(
                            visit,
                            set,
                            Rule.SET_TWICE,
                            "%s sudah di %s pada %s"
                                    .formatted(set.name(), other.school(), Formats.shortDate(other.first())))));
        }
    }

    /** Whether the crew has an operator for each set that the helpers leave, all of them there and with nobody else. */
    private boolean staffs(Crew crew, Arrangement visit) {
        List<CrewMember> there = crew.operators(visit.first(), visit.last());
        return !crew.hasOperators()
                || !there.isEmpty()
                        && there.size() + visit.helpers().size() >= visit.sets().size()
                        && crew.members().stream()
                                .noneMatch(one -> visit.helpers().contains(one.id())
                                        || inTheWay(visit)
                                                .anyMatch(
                                                        other -> other.helpers().contains(one.id())));
    }

    private BrokenRule otherSet(Arrangement visit, RecordingSet set, Rule rule, String sentence) {
        return freeSet(visit)
                .map(free ->
                        with(rule, sentence, "%s bebas".formatted(free.name()), visit.withSet(set.code(), free.code())))
                .orElseGet(() -> without(rule, sentence + "."));
    }

    private Optional<RecordingSet> freeSet(Arrangement visit) {
        return facts.sets().stream()
                .filter(one -> !visit.sets().contains(one.code())
                        && one.trouble().isEmpty()
                        && inTheWay(visit).noneMatch(other -> other.sets().contains(one.code())))
                .findFirst();
    }

    private void vehicle(Arrangement visit, List<BrokenRule> broken) {
        String code = visit.vehicle();
        if (code == null) {
            return;
        }
        inTheWay(visit).filter(other -> code.equals(other.vehicle())).forEach(other -> {
            String sentence = "%s sudah ke %s pada %s"
                    .formatted(vehicleName(code), other.school(), Formats.shortDate(other.first()));
            broken.add(facts.vehicles().stream()
                    .filter(one -> inTheWay(visit).noneMatch(busy -> one.code().equals(busy.vehicle())))
                    .findFirst()
                    .map(free -> with(
                            Rule.VEHICLE_TWICE,
                            sentence,
                            "%s bebas".formatted(free.name()),
                            visit.with(visit.crew(), free.code())))
                    .orElseGet(() -> without(Rule.VEHICLE_TWICE, sentence + ".")));
        });
    }

    private String vehicleName(String code) {
        return facts.vehicles().stream()
                .filter(one -> one.code().equals(code))
                .map(Vehicle::name)
                .findFirst()
                .orElse(code);
    }

    /** Whether the pupils fit into the office hours of these days with so many sets. */
    private void time(Arrangement visit, List<BrokenRule> broken) {
        if (visit.sets().isEmpty()) {
            return;
        }
        int available = visit.first()
                .datesUntil(visit.last().plusDays(1))
                .mapToInt(day -> Math.max(0, facts.minutes().getOrDefault(day, 0) - MINUTES_A_DAY))
                .sum();
        int needed = Math.ceilDiv(visit.pupils(), visit.sets().size()) * MINUTES_A_PUPIL;
        if (needed > available && available > 0) {
            String sentence = "%d siswa dengan %d set perlu %s jam, tersedia %s jam"
                    .formatted(
                            visit.pupils(),
                            visit.sets().size(),
                            Formats.decimal(needed / 60.0),
                            Formats.decimal(available / 60.0));
            broken.add(freeSet(visit)
                    .map(free -> with(
                            Rule.TOO_SHORT,
                            sentence,
                            "tambah %s".formatted(free.name()),
                            visit.withSet(null, free.code())))
                    .orElseGet(() -> without(Rule.TOO_SHORT, sentence + "; tambah hari.")));
        }
    }

    private Stream<Arrangement> inTheWay(Arrangement visit) {
        return facts.others().stream().filter(visit::meets);
    }

    private static BrokenRule with(Rule rule, String sentence, String wayOut, Arrangement instead) {
        return new BrokenRule(rule, "%s; %s.".formatted(sentence, wayOut), wayOut, instead);
    }

    private static BrokenRule without(Rule rule, String sentence) {
        return new BrokenRule(rule, sentence, "", null);
    }
}
