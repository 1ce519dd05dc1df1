package id.dukcapil.portal.sla.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dukcapil.portal.sla.stay.Tally;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void allPartsTogetherAreTheChange() {
        List<Change<String>> parts = Change.of(
                Map.of("Dinas", of(100, 90), "MPP", of(50, 25)), Map.of("Dinas", of(50, 40), "MPP", of(150, 60)));
        assertThat(parts.stream().mapToDouble(Change::points).sum()).isCloseTo(0.5 - 115.0 / 150, within(1e-9));
        assertThat(parts).extracting(Change::group).containsExactly("MPP", "Dinas", null);
    }

    @Test
    void whatHasNothingToCompareWithHasNoParts() {
        assertThat(Change.of(Map.of(), Map.of("Dinas", of(50, 40)))).isEmpty();
        assertThat(Change.of(Map.of("Dinas", of(0, 0)), Map.of("Dinas", of(50, 40))))
                .isEmpty();
    }

    private static Tally of(int measured, int onTime) {
        return new Tally(measured, measured, onTime, 0, 0, 0, 0);
    }
}
