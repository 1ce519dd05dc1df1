package id.dukcapil.portal.population.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file after it was judged.
 *
 * @param nik masked, when the row has one
 * @param resident null when the row is refused
 * @param findings the reasons of the refusal, or warnings
 */
record JudgedRow(int line, @Nullable String nik, @Nullable Resident resident, List<String> findings) {

    boolean refused() {
        return resident == null;
    }
}
