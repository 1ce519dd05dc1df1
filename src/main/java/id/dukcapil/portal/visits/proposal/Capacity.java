package id.dukcapil.portal.visits.proposal;

import id.dukcapil.portal.visits.plan.VisitRules;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether there is time enough, looked at before any plan is made: what the pupils need on one set against the sets that can
 * go out. Who has no room at all is left out with the reason.
 *
 * @param needed minutes on one set
 * @param available minutes of all sets that can go out
 * @param months the same by month
 * @param leftOut reason by place of the school
 */
record Capacity(long needed, long available, Map<YearMonth, Long> months, Map<Integer, String> leftOut) {

    static Capacity of(PlanSpace space) {
        var months = new TreeMap<YearMonth, Long>();
        for (int day = 0; day < space.days; day++) {
            months.merge(YearMonth.from(space.date(day)), available(space, day), Long::sum);
        }
        long available = months.values().stream().mapToLong(Long::longValue).sum();
        long needed = 0;
        var leftOut = new TreeMap<Integer, String>();
        var possible = new ArrayList<Integer>();
        for (int i = 0; i < space.candidates.size(); i++) {
            Candidate school = space.candidates.get(i);
            if (school.pupils() == 0) {
                leftOut.put(i, "Daftar siswa belum masuk, atau tidak ada yang perlu direkam.");
                continue;
            }
            needed += minutes(school);
            if (space.options.get(i).isEmpty()) {
                leftOut.put(
                        i,
                        "Tidak ada hari yang dapat: kantor tutup, ujian atau libur sekolah, dikecualikan sekolah, atau siswa terlalu banyak untuk %d hari."
                                .formatted(PlanSpace.MOST_DAYS));
            } else {
                possible.add(i);
            }
        }
        dropWhatIsTooMuch(space, available, possible, leftOut);
        return new Capacity(needed, available, months, leftOut);
    }

    /** Schools that know their day stay longest, then large ones. */
    private static void dropWhatIsTooMuch(
            PlanSpace space, long available, List<Integer> possible, Map<Integer, String> leftOut) {
        possible.sort(
                Comparator.comparing((Integer one) -> !space.candidates.get(one).informed())
                        .thenComparing(one -> -space.candidates.get(one).pupils()));
        long used = 0;
        for (int one : possible) {
            used += minutes(space.candidates.get(one));
            if (used > available) {
                leftOut.put(one, "Waktu set perekaman tidak cukup dalam jangka ini.");
            }
        }
    }

    private static long minutes(Candidate school) {
        return (long) school.pupils() * VisitRules.MINUTES_A_PUPIL;
    }

    /** Each set needs an operator, and each four of them a vehicle and a crew. */
    private static long available(PlanSpace space, int day) {
        long operators = 0;
        int crews = 0;
        for (int crew = 0; crew < space.crews.size(); crew++) {
            if ((space.crewsOut[day] >> crew & 1) == 0) {
                long there = space.there[crew][day];
                crews += space.members[crew] == 0 || there != 0 ? 1 : 0;
                operators |= there & ~space.helpersOut[day];
            }
        }
        int sets = Long.bitCount(space.usableSets & ~space.setsOut[day]);
        int vehicles = space.vehicles.isEmpty() ? crews : space.vehicles.size() - Long.bitCount(space.vehiclesOut[day]);
        int visits = Math.min(crews, vehicles);
        boolean counted = !space.operators.isEmpty();
        int most = Math.min(sets, PlanSpace.MOST_SETS * visits);
        return (long) space.minutes[day] * (counted ? Math.min(most, Long.bitCount(operators)) : most);
    }

    /** Hours on one set that are lacking; zero when there is enough. */
    long missingHours() {
        return Math.max(0, Math.ceilDiv(needed - available, 60L));
    }
}
