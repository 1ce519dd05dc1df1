package id.dukcapil.portal.visits.proposal;

import id.dukcapil.portal.visits.plan.Arrangement;
import id.dukcapil.portal.visits.plan.PlanFacts;
import id.dukcapil.portal.visits.plan.VisitRules;
import id.dukcapil.portal.visits.resource.Crew;
import id.dukcapil.portal.visits.resource.Crew.CrewMember;
import id.dukcapil.portal.visits.resource.RecordingSet;
import id.dukcapil.portal.visits.resource.Vehicle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A plan as numbers: days, crews, sets, vehicles and operators are places, those in use on a day are bits. The visits that
 * stay where they are take their share beforehand.
 */
final class PlanSpace {

    /** More than that no school has room for. */
    static final int MOST_SETS = 4;

    static final int MOST_DAYS = 5;

    final PlanFacts facts;
    final List<Candidate> candidates;
    final LocalDate first;
    final int days;
    final List<Crew> crews;
    final List<CrewMember> operators = new ArrayList<>();
    final List<RecordingSet> sets;
    final List<Vehicle> vehicles;
    final int[] minutes;

    /** Operators of a crew, and those of them who are there, by crew and day. */
    final long[] members;

    final long[][] there;
    final long usableSets;
    final long[] crewsOut;
    final long[] setsOut;
    final long[] vehiclesOut;
    final long[] helpersOut;
    final int[] loads;
    final List<List<Placement>> options;

    /** Sets and vehicle that the visit has now, so that it keeps them where it can. */
    final long[] setsNow;

    final long[] vehicleNow;
    private final List<Arrangement> fixed;

    PlanSpace(PlanFacts facts, List<Candidate> candidates, LocalDate first, LocalDate last) {
        this.facts = facts;
        this.candidates = List.copyOf(candidates);
        this.first = first;
        days = Math.toIntExact(last.toEpochDay() - first.toEpochDay()) + 1;
        crews = facts.crews();
        vehicles = facts.vehicles();
        sets = facts.sets();
        crews.forEach(
                crew -> crew.members().stream().filter(CrewMember::records).forEach(operators::add));
        requireRoom(crews, sets, vehicles, operators);
        minutes = new int[days];
        members = new long[crews.size()];
        there = new long[crews.size()][days];
        crewsOut = new long[days];
        setsOut = new long[days];
        vehiclesOut = new long[days];
        helpersOut = new long[days];
        loads = new int[crews.size()];
        usableSets = bits(sets, set -> set.trouble().isEmpty());
        for (int day = 0; day < days; day++) {
            minutes[day] = Math.max(0, facts.minutes().getOrDefault(date(day), 0) - VisitRules.MINUTES_A_DAY);
        }
        people();
        Set<String> moving =
                new HashSet<>(candidates.stream().map(Candidate::key).toList());
        fixed = facts.others().stream()
                .filter(visit -> !moving.contains(visit.number()))
                .toList();
        fixed.forEach(this::take);
        setsNow = new long[candidates.size()];
        vehicleNow = new long[candidates.size()];
        for (int i = 0; i < candidates.size(); i++) {
            Arrangement now = candidates.get(i).now();
            if (now != null) {
                setsNow[i] = bits(sets, set -> now.sets().contains(set.code()));
                vehicleNow[i] = bits(vehicles, car -> car.code().equals(now.vehicle()));
            }
        }
        var rules = new VisitRules(facts);
        options = candidates.stream().map(one -> options(one, rules)).toList();
    }

    private static void requireRoom(List<?>... resources) {
        if (Stream.of(resources).anyMatch(one -> one.size() > Long.SIZE)) {
            throw new IllegalArgumentException("A plan has at most 64 crews, sets, vehicles and operators");
        }
    }

    private interface Test<T> {
        boolean holds(T one);
    }

    private static <T> long bits(List<T> all, Test<? super T> test) {
        long bits = 0;
        for (int i = 0; i < all.size(); i++) {
            bits |= test.holds(all.get(i)) ? 1L << i : 0;
        }
        return bits;
    }

    private void people() {
        for (int place = 0; place < crews.size(); place++) {
            Crew crew = crews.get(place);
            members[place] = bits(operators, one -> one.crewCode().equals(crew.code()));
            for (int day = 0; day < days; day++) {
                List<CrewMember> present = crew.operators(date(day), date(day));
                there[place][day] = bits(operators, present::contains);
            }
        }
    }

    private void take(Arrangement visit) {
        for (int i = 0; i < visit.days(); i++) {
            int day = Math.toIntExact(visit.first().toEpochDay() - first.toEpochDay()) + i;
            if (day >= 0 && day < days) {
                long crew = bits(crews, one -> one.code().equals(visit.crew()));
                crewsOut[day] |= crew;
                setsOut[day] |= bits(sets, one -> visit.sets().contains(one.code()));
                vehiclesOut[day] |= bits(vehicles, one -> one.code().equals(visit.vehicle()));
                helpersOut[day] |= bits(operators, one -> visit.helpers().contains(one.id()));
                if (crew != 0) {
                    loads[Long.numberOfTrailingZeros(crew)]++;
                }
            }
        }
    }

    LocalDate date(int day) {
        return first.plusDays(day);
    }

    /** The visits that stay where they are. */
    List<Arrangement> fixed() {
        return fixed;
    }

    /** By their own cost, the cheapest first; empty when office and school are never open long enough. */
    private List<Placement> options(Candidate school, VisitRules rules) {
        var open = new boolean[days];
        for (int day = 0; day < days; day++) {
            open[day] = minutes[day] > 0 && rules.suits(school.on(date(day), 1));
        }
        var possible = new ArrayList<Placement>();
        for (int day = 0; day < days; day++) {
            int before = Integer.MAX_VALUE;
            int rank = 0;
            for (int many = 1; many <= Math.min(MOST_SETS, Long.bitCount(usableSets)); many++) {
                int span = span(school.pupils(), many, day, open);
                // More sets that save no day serve nobody
                if (span > 0 && span < before) {
                    before = span;
                    addCrews(school, new Placement(day, 0, many, rank++, span, 0), possible);
                }
            }
        }
        possible.sort(Comparator.comparingLong(Placement::cost)
                .thenComparingInt(Placement::day)
                .thenComparingInt(Placement::crew));
        return possible;
    }

    /** How many days in a row; 0 for too many. */
    private int span(int pupils, int many, int from, boolean[] open) {
        int time = 0;
        for (int day = from; day < Math.min(days, from + MOST_DAYS) && open[day]; day++) {
            time += minutes[day];
            if (VisitRules.isTime(pupils, many, time)) {
                return day - from + 1;
            }
        }
        return 0;
    }

    private void addCrews(Candidate school, Placement any, List<Placement> possible) {
        for (int crew = 0; crew < crews.size(); crew++) {
            boolean free = true;
            for (int at = any.day(); at < any.day() + any.span(); at++) {
                free &= (crewsOut[at] >> crew & 1) == 0 && (members[crew] == 0 || there[crew][at] != 0);
            }
            if (free) {
                Placement at = any.with(crew, 0);
                long cost = costs(school, at).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                possible.add(at.with(crew, cost));
            }
        }
    }

    Map<CostRule, Long> costs(Candidate school, Placement at) {
        var costs = new EnumMap<CostRule, Long>(CostRule.class);
        costs.put(CostRule.TRAVEL, 2L * school.travel() * at.span());
        costs.put(CostRule.CREW_DAYS, CostRule.A_CREW_DAY * at.span());
        costs.put(CostRule.SETS, CostRule.A_SET_DAY * at.span() * at.sets());
        LocalDate wished = school.wished();
        costs.put(
                CostRule.WISHES,
                wished == null
                        ? 0
                        : Math.min(
                                CostRule.MOST_FOR_A_WISH,
                                CostRule.A_DAY_FROM_WISH
                                        * Math.abs(date(at.day()).toEpochDay() - wished.toEpochDay())));
        costs.put(CostRule.WAITING, (long) school.pupils() * (at.day() / 7) / CostRule.PUPIL_WEEKS);
        costs.put(CostRule.CHANGES, change(school, at));
        return costs;
    }

    private long change(Candidate school, Placement at) {
        Arrangement now = school.now();
        if (now == null) {
            return 0;
        }
        if (!now.first().equals(date(at.day()))) {
            return school.published()
                    ? CostRule.A_PUBLISHED_DAY
                    : school.informed() ? CostRule.A_CHANGE_THAT_THE_SCHOOL_NOTICES : CostRule.A_CHANGE;
        }
        boolean same =
                crews.get(at.crew()).code().equals(now.crew()) && now.sets().size() == at.sets();
        return same ? 0 : CostRule.A_CHANGE;
    }
}
