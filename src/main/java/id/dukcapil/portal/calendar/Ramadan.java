package id.dukcapil.portal.calendar;

import java.time.LocalDate;

/** A fasting month, both dates inclusive. */
record Ramadan(LocalDate from, LocalDate to) {

    boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
