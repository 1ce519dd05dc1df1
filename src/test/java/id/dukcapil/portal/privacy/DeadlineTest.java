package id.dukcapil.portal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.privacy.Deadline.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Instant FRIDAY_EVENING = Instant.parse("2026-11-20T10:30:00Z");
    private static final Instant DUE = FRIDAY_EVENING.plus(Deadline.LENGTH);

    @Test
    void threeTimesTwentyFourHoursRunThroughTheWeekend() {
        assertThat(DUE).isEqualTo(Instant.parse("2026-11-23T10:30:00Z"));
    }

    @Test
    void theLastMomentIsStillInTime() {
        var running = new Deadline(DUE, null);
        assertThat(running.at(FRIDAY_EVENING)).isEqualTo(State.RUNNING);
        assertThat(running.at(DUE)).isEqualTo(State.RUNNING);
        assertThat(running.at(DUE.plusNanos(1))).isEqualTo(State.OVERDUE);
    }

    @Test
    void whatWasDoneStopsTheClockWhateverTheTimeIsNow() {
        Instant muchLater = DUE.plus(Duration.ofDays(100));
        assertThat(new Deadline(DUE, DUE).at(muchLater)).isEqualTo(State.KEPT);
        assertThat(new Deadline(DUE, DUE.plusSeconds(1)).at(muchLater)).isEqualTo(State.MISSED);
        assertThat(new Deadline(DUE, DUE.plusSeconds(7200)).distance(muchLater)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theDistanceIsWhatIsLeftOrExceededAndNeverNegative() {
        var running = new Deadline(DUE, null);
        assertThat(running.distance(FRIDAY_EVENING)).isEqualTo(Duration.ofHours(72));
        assertThat(running.distance(DUE.plus(Duration.ofHours(5)))).isEqualTo(Duration.ofHours(5));
    }
}
