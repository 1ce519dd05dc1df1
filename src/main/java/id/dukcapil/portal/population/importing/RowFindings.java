package id.dukcapil.portal.population.importing;

import java.util.ArrayList;
import java.util.List;

/** What was found about one row, in the order in which it was found. */
final class RowFindings {

    private final List<String> reasons = new ArrayList<>(0);
    private final List<String> warnings = new ArrayList<>(0);

    void refuse(String sentence) {
        reasons.add(sentence);
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    boolean refusing() {
        return !reasons.isEmpty();
    }

    List<String> reasons() {
        return reasons;
    }

    List<String> warnings() {
        return warnings;
    }
}
