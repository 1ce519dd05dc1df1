package id.dukcapil.portal.sla.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantiles are exact, whether times are kept or counted. */
class TimesTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 11, 19_999, 20_000, 20_001, 70_000})
    void aQuantileIsTheSmallestValueThatTheShareDoesNotExceed(int count) {
        var random = new Random(count);
        int[] values = random.ints(count, 0, 30_000).toArray();
        var times = new Times();
        Arrays.stream(values).forEach(times::add);
        Arrays.sort(values);
        for (double share : new double[] {0.1, 0.5, 0.9, 0.99, 1}) {
            assertThat(times.quantile(share)).isEqualTo(values[Math.max(1, (int) Math.ceil(share * count)) - 1]);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9})
    void ofNothingThereIsNone(double share) {
        assertThat(new Times().quantile(share)).isZero();
    }
}
