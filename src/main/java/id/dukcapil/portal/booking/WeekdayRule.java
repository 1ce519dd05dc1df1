package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Formats;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The usual quota of a weekday during its validity; of several, the one that began last holds.
 *
 * @param validTo its last day; null when it holds until another begins
 */
public record WeekdayRule(
        DayOfWeek weekday,
        QuotaRule quota,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** @throws InvalidInput when it would end before it begins, and so never hold */
    public WeekdayRule {
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new InvalidInput(
                    "validTo",
                    "Tanggal akhir %s tidak boleh sebelum tanggal mulai %s."
                            .formatted(Formats.date(validTo), Formats.date(validFrom)));
        }
    }

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
                .formatted(Formats.weekday(weekday), Formats.date(validFrom), quota.capacity(), quota.reserved());
    }
}
