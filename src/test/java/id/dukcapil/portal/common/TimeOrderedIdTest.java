package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {

    private static final Instant MOMENT = Instant.parse("2026-11-23T02:00:00.123456Z");

    @Test
    void whatComesLaterSortsLaterEvenWithinAMillisecond() {
        assertThat(TimeOrderedId.at(MOMENT))
                .isLessThan(TimeOrderedId.at(MOMENT.plusNanos(1_000)))
                .isLessThan(TimeOrderedId.at(MOMENT.plusMillis(1)))
                .isGreaterThan(TimeOrderedId.at(MOMENT.minusNanos(1_000)));
    }

    @Test
    void theBeginningOfAMomentPartsWhatWasBeforeFromWhatIsThen() {
        UUID beginning = TimeOrderedId.beginningOf(MOMENT);
        assertThat(beginning)
                .isLessThan(TimeOrderedId.at(MOMENT))
                .isGreaterThan(TimeOrderedId.at(MOMENT.minusNanos(1_000)));
    }

    @Test
    void twoOfTheSameMomentDiffer() {
        assertThat(TimeOrderedId.at(MOMENT)).isNotEqualTo(TimeOrderedId.at(MOMENT));
        assertThat(TimeOrderedId.at(MOMENT).version()).isEqualTo(7);
        assertThat(TimeOrderedId.at(MOMENT).variant()).isEqualTo(2);
    }
}
