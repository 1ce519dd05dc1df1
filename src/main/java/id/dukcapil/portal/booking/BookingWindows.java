package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.WindowRows.Row;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The window of every office: what its planners entered last, or the setting {@code portal.booking.horizon-days} from midnight
 * on; and the hour at which its seats are released.
 */
@Component
class BookingWindows {

    private final WindowRows rows;
    private final BookingSettings settings;
    private final BookingWindow usual;

    BookingWindows(WindowRows rows, BookingSettings settings) {
        this.rows = rows;
        this.settings = settings;
        this.usual = BookingWindow.fromMidnight(settings.horizonDays());
    }

    BookingWindow of(OfficeCode office) {
        return of(List.of(office)).getOrDefault(office, usual);
    }

    /** One for each of the offices, with one statement for all. */
    Map<OfficeCode, BookingWindow> of(Collection<OfficeCode> offices) {
        Map<OfficeCode, Row> entered = rows.of(offices);
        return offices.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        office -> Optional.ofNullable(entered.get(office))
                                .map(Row::window)
                                .orElse(usual)));
    }

    /** When on the day the seats of who has not come are released; offices that keep them until the evening are missing. */
    Map<OfficeCode, LocalTime> releaseHours(Collection<OfficeCode> offices) {
        var hours = new HashMap<OfficeCode, LocalTime>();
        of(offices)
                .forEach((office, window) -> Optional.ofNullable(window.releaseAt())
                        .or(() -> usualRelease(office))
                        .ifPresent(hour -> hours.put(office, hour)));
        return hours;
    }

    /** What holds for an office whose planners have entered no hour: the setting. */
    Optional<LocalTime> usualRelease(OfficeCode office) {
        return settings.releaseAt(office);
    }
}
