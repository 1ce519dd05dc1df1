package id.dukcapil.portal.calendar;

import java.time.LocalDate;

/**
 * A fasting month, both dates inclusive.
 *
 * @param certainty {@code TERKONFIRMASI}, or {@code PERKIRAAN} before the government has set the dates
 */
public record Ramadan(LocalDate from, LocalDate to, String certainty) {

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
