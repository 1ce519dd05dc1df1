package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.WindowRows.Row;
import id.dukcapil.portal.common.OfficeCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The window of every office: what its planners entered last, or the setting {@code portal.booking.horizon-days} from midnight on. */
@Component
class BookingWindows {

    private final WindowRows rows;
    private final BookingWindow usual;

    BookingWindows(WindowRows rows, BookingSettings settings) {
        this.rows = rows;
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
}
