package id.dukcapil.portal.booking;

import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.population.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the policies judge a request by.
 *
 * @param person the holder of the NIK in the office's register
 * @param now date and time at the office
 * @param zone of the office
 * @param window from when on the days of the office can be booked
 * @param forStaff whether counter or telephone asks
 * @param fairness what is known about who asks, for the limits per person and per application
 */
record BookingFacts(
        Optional<Person> person,
        LocalDate date,
        OfficeDay day,
        LocalDateTime now,
        ZoneId zone,
        BookingWindow window,
        boolean forStaff,
        Fairness fairness) {

    /** About a day, whoever comes. */
    static BookingFacts ofDay(OfficeDay day, LocalDateTime now, ZoneId zone, BookingWindow window, boolean forStaff) {
        return new BookingFacts(Optional.empty(), day.date(), day, now, zone, window, forStaff, Fairness.UNLIMITED);
    }

    /** The same day with somebody who wants to come. */
    BookingFacts about(Optional<Person> somebody, Fairness known) {
        return new BookingFacts(somebody, date, day, now, zone, window, forStaff, known);
    }

    BookingFacts askedByStaff() {
        return new BookingFacts(person, date, day, now, zone, window, true, fairness);
    }

    Instant moment() {
        return now.atZone(zone).toInstant();
    }

    boolean isToday() {
        return date.equals(now.toLocalDate());
    }
}
