package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.SettableClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SnapshotTest {

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger readings = new AtomicInteger();
    private final Snapshot<Integer> snapshot = new Snapshot<>(readings::incrementAndGet, Duration.ofSeconds(10), clock);

    @Test
    void howeverManyAskItIsReadOnceInAWhile() {
        assertThat(snapshot.latest()).contains(1);
        clock.advance(Duration.ofSeconds(9));
        assertThat(snapshot.latest()).contains(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(snapshot.latest()).contains(2);
    }

    @Test
    void aClockThatWasPutBackAnHourMakesNothingLastForAnHour() {
        assertThat(snapshot.latest()).contains(1);
        clock.advance(Duration.ofHours(-1));
        assertThat(snapshot.latest()).contains(2);
    }

    @Test
    void whatCannotBeReadIsNothingUntilTheNextReading() {
        var failing = new Snapshot<Integer>(
                () -> {
                    if (readings.incrementAndGet() == 1) {
                        throw new IllegalStateException("gone");
                    }
                    return 7;
                },
                Duration.ofSeconds(10),
                clock);
        assertThat(failing.latest()).isEmpty();
        assertThat(failing.latest()).isEmpty();
        assertThat(readings).hasValue(1);
        clock.advance(Duration.ofSeconds(10));
        assertThat(failing.latest()).contains(7);
    }

    /** If each of them waited, they would be at it for minutes. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void ofManyWhoAskWhileTheDatabaseIsSilentOnlyTheFirstWaits() throws Exception {
        var answer = new CountDownLatch(1);
        var silent = new Snapshot<Integer>(
                () -> {
                    waitFor(answer);
                    return 7;
                },
                Duration.ofSeconds(10),
                clock);
        assertThat(silent.latest()).isEmpty();
        for (int asked = 0; asked < 500; asked++) {
            assertThat(silent.latest()).isEmpty();
        }
        answer.countDown();
    }

    private static void waitFor(CountDownLatch answer) {
        try {
            answer.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
