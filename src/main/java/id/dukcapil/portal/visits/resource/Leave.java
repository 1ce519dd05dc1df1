package id.dukcapil.portal.visits.resource;

import java.time.LocalDate;

/** Days on which a person is not there. */
public record Leave(long personId, String person, LocalDate firstDay, LocalDate lastDay, String why) {

    public boolean touches(LocalDate first, LocalDate last) {
        return !firstDay.isAfter(last) && !lastDay.isBefore(first);
    }
}
