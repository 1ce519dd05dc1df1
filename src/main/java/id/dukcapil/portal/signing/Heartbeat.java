package id.dukcapil.portal.signing;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Signs of life of the process that works on a batch. A process that was asleep too long cannot know whether it was taken
 * for dead, so it measures the time since its last sign by itself and keeps its hands off once the lease may be over.
 */
@Component
class Heartbeat {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    /** So many signs in the time of a lease. */
    private static final int BEATS = 6;

    private final SigningBatches batches;
    private final BatchSettings settings;
    private final Clock clock;

    Heartbeat(SigningBatches batches, BatchSettings settings, Clock clock) {
        this.batches = batches;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins at once, and goes on until it is closed. */
    Beating of(OpenedBatch batch) {
        return new Beating(batch);
    }

    final class Beating implements AutoCloseable {

        private final OpenedBatch batch;
        private final Thread heart;
        private volatile long lastBeat = System.nanoTime();
        private volatile boolean ours = true;

        private Beating(OpenedBatch batch) {
            this.batch = batch;
            this.heart = Thread.ofVirtual().name("signing-heartbeat").start(this::beat);
        }

        /** Whether nobody can have taken the batch over. */
        boolean isOurs() {
            return ours && System.nanoTime() - lastBeat < settings.lease().toNanos() / 2;
        }

        private void beat() {
            Duration pause = settings.lease().dividedBy(BEATS);
            while (ours && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(pause.toNanos());
                if (!Thread.currentThread().isInterrupted()) {
                    beatOnce();
                }
            }
        }

        private void beatOnce() {
            long now = System.nanoTime();
            try {
                ours = batches.beat(batch.id(), batch.runner(), clock.instant());
                lastBeat = now;
            } catch (DataAccessException | TransactionException away) {
                log.warn(
                        "No sign of life for batch {}, the last one {} s ago",
                        batch.id(),
                        TimeUnit.NANOSECONDS.toSeconds(now - lastBeat),
                        away);
            }
        }

        @Override
        public void close() {
            heart.interrupt();
        }
    }
}
