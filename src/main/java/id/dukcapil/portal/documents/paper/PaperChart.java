package id.dukcapil.portal.documents.paper;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A small chart on paper, drawn as vectors. The table of the same figures stands below it, so the chart carries no figures of
 * its own but those of its scale.
 *
 * @param labels of the places along the chart; where they would meet, some are left out
 * @param percent whether the values are shares between 0 and 1, whose scale ends at 100%
 */
public record PaperChart(List<String> labels, List<Series> series, boolean percent) {

    public PaperChart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
    }

    /**
     * @param values one for each label; null where there is none
     * @param bars whether it is drawn as bars, else as a line
     */
    public record Series(String name, List<@Nullable Double> values, boolean bars) {}

    boolean isEmpty() {
        return series.stream().flatMap(one -> one.values().stream()).allMatch(Objects::isNull);
    }

    /** The end of the scale: 1, 2, 2.5 or 5 times a power of ten. */
    double top() {
        double most = series.stream()
                .flatMap(one -> one.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        if (percent || most <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double step : List.of(1.0, 2.0, 2.5, 5.0)) {
            if (most <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
