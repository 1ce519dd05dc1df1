package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RecentTest {

    private static final Duration LIFE = Duration.ofMillis(200);

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    private final Recent<Integer> recent = new Recent<>(LIFE, nanoTime::get);
    private final AtomicInteger readings = new AtomicInteger();
    private final Supplier<Integer> reader = readings::incrementAndGet;

    @Test
    void isReadOnceForAllWhoAskWithinItsLife() {
        assertThat(recent.orElse(reader)).isOne();
        pass(LIFE.minusNanos(1));
        assertThat(recent.orElse(reader)).isOne();
    }

    @Test
    void isReadAgainAtTheEndOfItsLife() {
        recent.orElse(reader);
        pass(LIFE);
        assertThat(recent.orElse(reader)).isEqualTo(2);
    }

    @Test
    void livesFromTheMomentBeforeItWasRead() {
        recent.orElse(() -> {
            pass(LIFE);
            return reader.get();
        });
        assertThat(recent.orElse(reader)).isEqualTo(2);
    }

    @Test
    void whatCouldNotBeReadAgainDoesNotLengthenTheLifeOfWhatWasReadBefore() {
        recent.orElse(reader);
        pass(LIFE);
        assertThatThrownBy(() -> recent.orElse(() -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");
        assertThat(recent.orElse(reader)).isEqualTo(2);
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
