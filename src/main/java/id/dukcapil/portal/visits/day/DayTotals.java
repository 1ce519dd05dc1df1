package id.dukcapil.portal.visits.day;

import java.util.List;
import java.util.function.Predicate;

/**
 * A visit in figures; outcomes and {@code open} add up to {@code pupils}.
 *
 * @param rivals pupils with two results
 * @param corrections asked of the operator of SIAK
 * @param fixed of them those that were made
 */
public record DayTotals(
        int pupils,
        int recorded,
        int printList,
        int failed,
        int absent,
        int open,
        int rivals,
        int corrections,
        int fixed) {

    static DayTotals of(List<DayRow> rows) {
        return new DayTotals(
                rows.size(),
                with(rows, Outcome.RECORDED),
                with(rows, Outcome.PRINT_LIST),
                with(rows, Outcome.FAILED),
                with(rows, Outcome.ABSENT),
                count(rows, row -> row.result() == null),
                count(rows, row -> row.rival() != null),
                count(rows, row -> row.correction() != null),
                count(rows, row -> row.correction() != null && !row.isCorrectionOpen()));
    }

    private static int with(List<DayRow> rows, Outcome outcome) {
        return count(rows, row -> row.result() != null && row.result().outcome() == outcome);
    }

    private static int count(List<DayRow> rows, Predicate<DayRow> property) {
        return Math.toIntExact(rows.stream().filter(property).count());
    }
}
