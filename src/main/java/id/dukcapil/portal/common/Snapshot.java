package id.dukcapil.portal.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the database a moment ago, for those who ask often, such as monitoring: however many ask, it is read
 * once in a while, and a database that is silent keeps nobody waiting for more than a moment.
 */
public final class Snapshot<T> {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private record Reading<T>(Instant begun, CompletableFuture<T> result) {

        /** By distance, so that a clock that was put back makes nothing last for ever. */
        boolean isOlderThan(Duration age, Instant now) {
            return Duration.between(begun, now).abs().compareTo(age) >= 0;
        }
    }

    private final Supplier<T> source;
    private final Duration keptFor;
    private final Clock clock;

    private @Nullable Reading<T> current;
    private @Nullable Reading<T> waitedForInVain;

    /** @param source reads it; runs in a thread of its own, without a user */
    public Snapshot(Supplier<T> source, Duration keptFor, Clock clock) {
        this.source = source;
        this.keptFor = keptFor;
        this.clock = clock;
    }

    /** Empty while it cannot be read. */
    public Optional<T> latest() {
        Reading<T> reading = current();
        try {
            return Optional.of(reading.result().get(patienceFor(reading).toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException silent) {
            gaveUp(reading);
            return Optional.empty();
        } catch (ExecutionException failed) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized Reading<T> current() {
        Reading<T> known = current;
        Instant now = clock.instant();
        if (known == null || known.result().isDone() && known.isOlderThan(keptFor, now)) {
            known = new Reading<>(
                    now,
                    CompletableFuture.supplyAsync(
                            source, work -> Thread.ofVirtual().start(work)));
            current = known;
        }
        return known;
    }

    /** One caller has waited; the next ones need not find out the same. */
    private synchronized Duration patienceFor(Reading<T> reading) {
        return reading == waitedForInVain ? Duration.ZERO : PATIENCE;
    }

    private synchronized void gaveUp(Reading<T> reading) {
        waitedForInVain = reading;
    }
}
