package id.dukcapil.portal.booking;

import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.population.Person;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What the policies judge a request by.
 *
 * @param person the holder of the NIK in the office's register
 * @param now date and time at the office
 * @param lastBookableDay the end of the booking horizon, inclusive
 */
record BookingFacts(
        Optional<Person> person, LocalDate date, OfficeDay day, LocalDateTime now, LocalDate lastBookableDay) {

    /** The same day with somebody who wants to come. */
    BookingFacts about(Optional<Person> somebody) {
        return new BookingFacts(somebody, date, day, now, lastBookableDay);
    }

    boolean isToday() {
        return date.equals(now.toLocalDate());
    }
}
