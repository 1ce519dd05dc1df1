package id.dukcapil.portal.sla.forecast;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * How many cases a day of one office is expected to bring: as many as the latest days of the same weekday on which it served.
 *
 * @param cases by the day on which they began; days without any are missing
 * @param served days on which the office was open
 */
record WeekdayPattern(Map<LocalDate, Integer> cases, Set<LocalDate> served) {

    private static final int DAYS = 4;

    /** Weeks before a day in which those days are looked for; holidays make gaps. */
    static final int LOOKED_BACK = 8;

    /**
     * @param day on which the office serves
     * @param known the first day of which nothing is known yet
     */
    double expected(LocalDate day, LocalDate known) {
        LocalDate then = day;
        while (!then.isBefore(known)) {
            then = then.minusWeeks(1);
        }
        int found = 0;
        int sum = 0;
        for (int week = 0; week < LOOKED_BACK && found < DAYS; week++) {
            if (served.contains(then)) {
                found++;
                sum += cases.getOrDefault(then, 0);
            }
            then = then.minusWeeks(1);
        }
        return found == 0 ? 0 : (double) sum / found;
    }
}
