package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.ui.Formats;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when until when an office serves at all.
 *
 * @param from first day of service; none when it has always served
 * @param closedFrom first day without service; none when it goes on
 */
record ServicePeriod(
        @Nullable LocalDate from,
        @Nullable LocalDate closedFrom,
        @Nullable String reason) {

    static final ServicePeriod ALWAYS = new ServicePeriod(null, null, null);

    /** Why nobody is served on that date, in words for a citizen; empty while the office serves. */
    Optional<String> outside(LocalDate date) {
        if (from != null && date.isBefore(from)) {
            return Optional.of("Kantor mulai melayani " + Formats.date(from));
        }
        if (closedFrom != null && !date.isBefore(closedFrom)) {
            return Optional.of("Kantor ditutup: " + reason);
        }
        return Optional.empty();
    }
}
