package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import id.dukcapil.portal.signing.BatchCounts;
import id.dukcapil.portal.signing.BatchEnding;
import id.dukcapil.portal.signing.BatchProgress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Lets the page that began a batch look at it more often than the pulse does, and at once when it is over; so seldom
 * that a thousand documents do not become a thousand messages to a phone.
 */
final class ProgressPush implements BatchProgress {

    private static final long PAUSE = Duration.ofMillis(300).toNanos();

    private final UI page;
    private final Runnable look;
    private final AtomicLong last = new AtomicLong(System.nanoTime() - PAUSE);

    /** @param look reads and shows how the batch gets on */
    ProgressPush(UI page, Runnable look) {
        this.page = page;
        this.look = look;
    }

    @Override
    public void advanced(BatchCounts counts, Turn turn) {
        long now = System.nanoTime();
        long before = last.get();
        if (now - before >= PAUSE && last.compareAndSet(before, now)) {
            tell();
        }
    }

    @Override
    public void ended(BatchEnding ending, @Nullable String explanation, BatchCounts counts) {
        tell();
    }

    private void tell() {
        try {
            page.access(look::run);
        } catch (UIDetachedException closed) {
            // The batch goes on without anybody looking
        }
    }
}
