package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.OfficeCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The hours an office keeps of its own on one weekday, from a date on.
 *
 * @param validTo last date, inclusive; open-ended when missing
 */
record OfficeHours(
        OfficeCode office,
        DayOfWeek weekday,
        ServiceHours hours,
        Period period,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    boolean holdsOn(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
    }
}
