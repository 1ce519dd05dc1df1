package id.dukcapil.portal.common;

import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * The years a date from outside may have. ISO 8601 knows many more, but no column of the database holds them, so they
 * are turned away before anybody asks for them.
 */
public final class CalendarYears {

    private static final int FIRST = 1900;
    private static final int LAST = 9998;

    private CalendarYears() {}

    /** @param date a date or a month */
    public static boolean include(TemporalAccessor date) {
        int year = date.get(ChronoField.YEAR);
        return year >= FIRST && year <= LAST;
    }
}
