package id.dukcapil.portal.booking.figures;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.common.DayFigures;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bookings for the day; who had a number and did not come counts as absent, settled or not. */
@Component
@Order(10)
class BookingDayFigures implements DayFigures {

    private final JdbcClient jdbc;

    BookingDayFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String title() {
        return "Pemesanan antrean cetak";
    }

    @Override
    public List<Figure> of(OfficeCode office, LocalDate day, ZoneId zone) {
        Map<BookingStatus, Integer> counts = jdbc
                .sql("""
                        SELECT status, COUNT(*) FROM booking_booking WHERE service_date = ? AND office_code = ?
                        GROUP BY status""")
                .params(day, office.value())
                .query((row, number) -> Map.entry(BookingStatus.valueOf(row.getString(1)), row.getInt(2)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return List.of(
                Figure.done("Dipesan untuk hari ini", sum(counts, BookingDayFigures::isExpected)),
                Figure.done("Hadir", sum(counts, BookingStatus::came)),
                Figure.done("Tidak hadir", sum(counts, status -> isExpected(status) && !status.came())),
                Figure.done("Dibatalkan atau dipindahkan", sum(counts, status -> !isExpected(status))));
    }

    private static boolean isExpected(BookingStatus status) {
        return status.holdsSeat() || status == BookingStatus.REPLACED;
    }

    private static int sum(Map<BookingStatus, Integer> counts, Predicate<BookingStatus> wanted) {
        return counts.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
