package id.dukcapil.portal.sla.stay;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of what figures are asked: all that ended between two days, both included.
 *
 * @param standard short name of the procedure; null for all
 * @param offices none matches nothing
 */
public record Question(
        LocalDate from, LocalDate to, @Nullable String standard, Set<OfficeCode> offices) {

    public Question {
        offices = Set.copyOf(offices);
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The same number of days before; for whole months the months before. */
    public Question before() {
        boolean months = from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
        LocalDate start =
                months ? from.minusMonths(ChronoUnit.MONTHS.between(from, to.plusDays(1))) : from.minusDays(days());
        return new Question(start, from.minusDays(1), standard, offices);
    }
}
