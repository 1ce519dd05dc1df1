package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.ui.Formats;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The usual quota of a weekday during its validity; of several, the one that began last holds. */
public record WeekdayRule(
        DayOfWeek weekday,
        QuotaRule quota,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    boolean covers(LocalDate date) {
        return date.getDayOfWeek() == weekday
                && !date.isBefore(validFrom)
                && (validTo == null || !date.isAfter(validTo));
    }

    boolean isReplacedBy(WeekdayRule other) {
        return weekday == other.weekday && validFrom.equals(other.validFrom);
    }

    String description() {
        return "Aturan %s mulai %s: %d kursi, cadangan %d"
                .formatted(Formats.weekday(weekday), validFrom, quota.capacity(), quota.reserved());
    }
}
