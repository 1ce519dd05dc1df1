package id.dukcapil.portal.calendar;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
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

    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

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
        return Optional.of(date.getDayOfWeek().getDisplayName(TextStyle.FULL, INDONESIAN) + ": tidak ada pelayanan");
    }
}
