package id.dukcapil.portal.booking;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of those who were moved together.
 *
 * @param status of the booking to which the person was moved
 * @param returned the booking that brought the person back when all was taken back
 */
public record RelocatedPerson(
        String name,
        BookingCode from,
        LocalDate fromDate,
        BookingCode to,
        LocalDate toDate,
        BookingStatus status,
        @Nullable BookingCode returned,
        boolean priority) {}
