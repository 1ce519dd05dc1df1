package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.ui.Formats;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One date of one office.
 *
 * @param hours when it serves; none when it is closed
 * @param holiday the holiday of the date; an office can serve on it all the same ("unit tetap melayani")
 * @param exception why this office departs from its usual hours on this date, in the words of who decided it
 */
public record OfficeDay(
        LocalDate date,
        @Nullable ServiceHours hours,
        @Nullable Holiday holiday,
        @Nullable String exception) {

    public OfficeDay(LocalDate date, @Nullable ServiceHours hours, @Nullable Holiday holiday) {
        this(date, hours, holiday, null);
    }

    public boolean isOpen() {
        return hours != null;
    }

    /** Why nobody is served, in words for a citizen; empty when the office is open. */
    public Optional<String> closedBecause() {
        if (isOpen()) {
            return Optional.empty();
        }
        if (exception != null) {
            return Optional.of(exception);
        }
        if (holiday != null) {
            return Optional.of(holiday.name());
        }
        return Optional.of(Formats.weekday(date.getDayOfWeek()) + ": tidak ada pelayanan");
    }
}
