package id.dukcapil.portal.common;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that was read, for as long as it may be gone by.
 *
 * @param <T> what is read
 */
public final class Recent<T> {

    private final long lifeNanos;
    private final LongSupplier nanoTime;
    private @Nullable T value;
    private long readAt;

    /**
     * @param life after which it is read again
     * @param nanoTime as {@link System#nanoTime} counts it: the clock of the business may be set, this one only goes on
     */
    public Recent(Duration life, LongSupplier nanoTime) {
        this.lifeNanos = life.toNanos();
        this.nanoTime = nanoTime;
    }

    /** @return what was read lately, else what is read now; who asks meanwhile waits for it */
    public synchronized T orElse(Supplier<T> reader) {
        T known = value;
        if (known != null && nanoTime.getAsLong() - readAt < lifeNanos) {
            return known;
        }
        long beforeReading = nanoTime.getAsLong();
        T read = reader.get();
        value = read;
        readAt = beforeReading;
        return read;
    }
}
