package id.dukcapil.portal.sla.report;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a report is of.
 *
 * @param from first day on which cases ended
 * @param to last of them
 * @param standard short name of the procedure; null for all
 * @param office null for all that the person may see
 */
public record ReportFilter(
        LocalDate from,
        LocalDate to,
        @Nullable String standard,
        @Nullable OfficeCode office) {

    public ReportFilter {
        if (to.isBefore(from)) {
            to = from;
        }
    }
}
