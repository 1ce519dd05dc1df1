package id.dukcapil.portal.common;

import java.time.LocalDate;
import java.util.List;

/**
 * People who were given a day at an office. Whoever changes when an office serves asks every bean of this type first:
 * the modules that keep appointments know the offices, and not the other way round.
 */
@FunctionalInterface
public interface Appointments {

    /** The days of all offices on which somebody still holds a seat; both ends inclusive, by date. */
    List<Held> between(LocalDate from, LocalDate to);

    /** @param people how many hold a seat there on that day */
    record Held(OfficeCode office, LocalDate date, int people) {}
}
