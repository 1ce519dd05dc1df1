package id.dukcapil.portal.sla;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A procedure on the shelf.
 *
 * @param shortName for tables, charts and lists
 * @param printedTotal "Total Waktu" in minutes as printed
 * @param total the sum over the steps
 */
public record StandardSummary(
        String slug,
        StandardIdentity identity,
        String name,
        String shortName,
        String regency,
        List<String> actors,
        int steps,
        @Nullable Integer printedTotal,
        TargetTime total) {

    public StandardSummary {
        actors = List.copyOf(actors);
    }

    public boolean totalsDiffer() {
        return printedTotal != null && !total.is(printedTotal);
    }
}
