package id.dukcapil.portal.sla;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One numbered row of a procedure.
 *
 * @param actors who carries it out, in the order of the swim lanes
 * @param requirement "Kelengkapan"
 * @param printedTime the cell as printed; none where it is empty
 * @param note "Keterangan"
 */
public record StandardStep(
        int number,
        String description,
        List<String> actors,
        @Nullable String requirement,
        @Nullable String printedTime,
        TargetTime time,
        @Nullable String output,
        @Nullable String note) {

    public StandardStep {
        actors = List.copyOf(actors);
    }
}
