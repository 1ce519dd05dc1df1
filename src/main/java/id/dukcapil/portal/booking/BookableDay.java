package id.dukcapil.portal.booking;

import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.staff.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * What is known of a day at an office whoever asks and whenever.
 *
 * @param service whether and when the office serves
 * @param window from when on the days of the office can be booked
 */
record BookableDay(Office office, OfficeDay service, BookingWindow window) {

    LocalDate date() {
        return service.date();
    }

    /** The day as the policies see it at that moment. */
    BookingFacts at(Instant moment, boolean forStaff) {
        return BookingFacts.ofDay(
                service, LocalDateTime.ofInstant(moment, office.timeZone()), office.timeZone(), window, forStaff);
    }
}
