package id.dukcapil.portal.visits.proposal;

import id.dukcapil.portal.visits.plan.Arrangement;
import id.dukcapil.portal.visits.resource.Crew.CrewMember;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives each placed visit its sets, vehicle and operators of other crews, in the order of days, and counts what is missing.
 * It misses nothing exactly when {@link id.dukcapil.portal.visits.plan.VisitRules} finds nothing in what it gave. Written for
 * many thousand calls a second: one object serves one thread and is used again.
 */
final class Allotment {

    private final PlanSpace space;
    private final long[] crews;
    private final long[] sets;
    private final long[] vehicles;
    private final long[] helpers;
    private final int[] loads;
    private final int[] firstOfDay;
    private final int[] nextOfDay;
    private final long[] givenSets;
    private final long[] givenVehicle;
    private final long[] givenHelpers;
    private long missing;
    private long cost;
    private long leftOut;

    Allotment(PlanSpace space) {
        this.space = space;
        int days = space.days;
        int many = space.candidates.size();
        crews = new long[days];
        sets = new long[days];
        vehicles = new long[days];
        helpers = new long[days];
        loads = new int[space.crews.size()];
        firstOfDay = new int[days];
        nextOfDay = new int[many];
        givenSets = new long[many];
        givenVehicle = new long[many];
        givenHelpers = new long[many];
    }

    /** How many schools there are. */
    int size() {
        return nextOfDay.length;
    }

    /** @param chosen null where a school is left out */
    Allotment of(@Nullable Placement[] chosen) {
        System.arraycopy(space.crewsOut, 0, crews, 0, crews.length);
        System.arraycopy(space.setsOut, 0, sets, 0, sets.length);
        System.arraycopy(space.vehiclesOut, 0, vehicles, 0, vehicles.length);
        System.arraycopy(space.helpersOut, 0, helpers, 0, helpers.length);
        System.arraycopy(space.loads, 0, loads, 0, loads.length);
        Arrays.fill(firstOfDay, -1);
        missing = 0;
        cost = 0;
        leftOut = 0;
        for (int i = chosen.length - 1; i >= 0; i--) {
            Placement at = chosen[i];
            if (at == null) {
                leftOut += Math.max(1, space.candidates.get(i).pupils());
            } else {
                cost += at.cost();
                sendCrew(at);
                nextOfDay[i] = firstOfDay[at.day()];
                firstOfDay[at.day()] = i;
            }
        }
        for (int day = 0; day < firstOfDay.length; day++) {
            for (int i = firstOfDay[day]; i >= 0; i = nextOfDay[i]) {
                Placement at = chosen[i];
                if (at != null) {
                    equip(i, at);
                }
            }
        }
        cost += fairness();
        return this;
    }

    private void sendCrew(Placement at) {
        long bit = 1L << at.crew();
        for (int day = at.day(); day < at.day() + at.span(); day++) {
            if ((crews[day] & bit) != 0) {
                missing++;
            }
            if ((space.helpersOut[day] & space.members[at.crew()]) != 0) {
                missing++;
            }
            crews[day] |= bit;
        }
        loads[at.crew()] += at.span();
    }

    private void equip(int school, Placement at) {
        long busySets = 0;
        long busyVehicles = 0;
        long busyHelpers = 0;
        long out = 0;
        for (int day = at.day(); day < at.day() + at.span(); day++) {
            busySets |= sets[day];
            busyVehicles |= vehicles[day];
            busyHelpers |= helpers[day];
            out |= crews[day];
        }
        givenSets[school] = give(space.usableSets, busySets, space.setsNow[school], at.sets());
        long all = space.vehicles.isEmpty() ? 0 : -1L >>> -space.vehicles.size();
        givenVehicle[school] = give(all, busyVehicles, space.vehicleNow[school], all == 0 ? 0 : 1);
        givenHelpers[school] = helpers(at, busyHelpers, out);
        for (int day = at.day(); day < at.day() + at.span(); day++) {
            sets[day] |= givenSets[school];
            vehicles[day] |= givenVehicle[school];
            helpers[day] |= givenHelpers[school];
        }
    }

    /** What is short is taken from what is in use, so that the rules see it too. */
    private long give(long usable, long busy, long preferred, int many) {
        long kept = lowest(usable & ~busy & preferred, many);
        long free = kept | lowest(usable & ~busy & ~kept, many - Long.bitCount(kept));
        int lacking = many - Long.bitCount(free);
        missing += lacking;
        return lacking == 0 ? free : free | lowest(usable & busy, lacking);
    }

    private long helpers(Placement at, long busy, long out) {
        if (space.members[at.crew()] == 0) {
            return 0;
        }
        int own = Long.bitCount(present(at.crew(), at));
        if (own == 0) {
            missing++;
        }
        int needed = at.sets() - own;
        if (needed <= 0) {
            return 0;
        }
        long free = 0;
        for (int crew = 0; crew < space.members.length; crew++) {
            if ((out >> crew & 1) == 0) {
                free |= present(crew, at);
            }
        }
        long given = lowest(free & ~busy, needed);
        missing += needed - Long.bitCount(given);
        return given;
    }

    private long present(int crew, Placement at) {
        long present = space.members[crew];
        for (int day = at.day(); day < at.day() + at.span(); day++) {
            present &= space.there[crew][day];
        }
        return present;
    }

    private static long lowest(long from, int many) {
        long taken = 0;
        long rest = from;
        for (int i = 0; i < many && rest != 0; i++) {
            long bit = Long.lowestOneBit(rest);
            taken |= bit;
            rest ^= bit;
        }
        return taken;
    }

    /** How far the days of the crews are from each other. */
    private long fairness() {
        long sum = 0;
        long squares = 0;
        for (int load : loads) {
            sum += load;
            squares += (long) load * load;
        }
        return loads.length == 0 ? 0 : squares - sum * sum / loads.length;
    }

    /** Zero when every rule is kept. */
    long missing() {
        return missing;
    }

    long cost() {
        return cost;
    }

    /** Pupils of schools that are left out. */
    long leftOut() {
        return leftOut;
    }

    /** By rule, for what was last given. */
    Map<CostRule, Long> costs(@Nullable Placement[] chosen) {
        var costs = new EnumMap<CostRule, Long>(CostRule.class);
        for (int i = 0; i < chosen.length; i++) {
            Placement at = chosen[i];
            if (at != null) {
                space.costs(space.candidates.get(i), at).forEach((rule, part) -> costs.merge(rule, part, Long::sum));
            }
        }
        costs.put(CostRule.FAIRNESS, fairness());
        return costs;
    }

    /** In the terms of the rules, null where a school is left out; for what was last given. */
    List<@Nullable Arrangement> arrangements(@Nullable Placement[] chosen) {
        var result = new ArrayList<@Nullable Arrangement>();
        for (int i = 0; i < chosen.length; i++) {
            Placement at = chosen[i];
            result.add(at == null ? null : arrangement(i, at));
        }
        return result;
    }

    private Arrangement arrangement(int i, Placement at) {
        Candidate school = space.candidates.get(i);
        Set<String> vehicle = codes(givenVehicle[i], space.vehicles, one -> one.code());
        return new Arrangement(
                school.key(),
                school.school(),
                school.kind(),
                space.date(at.day()),
                at.span(),
                school.pupils(),
                space.crews.get(at.crew()).code(),
                vehicle.stream().findFirst().orElse(null),
                codes(givenSets[i], space.sets, one -> one.code()),
                codes(givenHelpers[i], space.operators, CrewMember::id));
    }

    private static <T, C> Set<C> codes(long bits, List<T> all, Function<T, C> code) {
        var chosen = new TreeSet<C>();
        for (int i = 0; i < all.size(); i++) {
            if ((bits >> i & 1) != 0) {
                chosen.add(code.apply(all.get(i)));
            }
        }
        return chosen;
    }
}
