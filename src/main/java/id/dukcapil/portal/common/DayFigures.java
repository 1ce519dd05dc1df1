package id.dukcapil.portal.common;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a module counts of one day of an office, for the summary that is made when the day is over. Every bean of this type is
 * asked, in the order of its {@code @Order}; the summary prints what it is given and adds offices up. Nobody is signed in then.
 */
public interface DayFigures {

    /** The heading of these figures. */
    String title();

    /** The same figures in the same order for every day and office. @param zone of the office */
    List<Figure> of(OfficeCode office, LocalDate day, ZoneId zone);

    /** @param lasting whether it is a state at the end of the day, not something done on it */
    record Figure(String name, int count, boolean lasting) {

        public static Figure done(String name, int count) {
            return new Figure(name, count, false);
        }

        public static Figure lasting(String name, int count) {
            return new Figure(name, count, true);
        }
    }
}
