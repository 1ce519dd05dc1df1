package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which bookings a list shows.
 *
 * @param offices must not be empty; those outside the person's scope are dropped by the service
 * @param statuses empty means all
 * @param text a booking code, a NIK, or the beginning of a name; empty means all
 */
public record BookingFilter(
        List<OfficeCode> offices,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<BookingStatus> statuses,
        String text) {

    public BookingFilter {
        offices = List.copyOf(offices);
        statuses = Set.copyOf(statuses);
        text = text.strip();
    }

    public static BookingFilter day(OfficeCode office, LocalDate date) {
        return new BookingFilter(List.of(office), date, date, Set.of(), "");
    }
}
