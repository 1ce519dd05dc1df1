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
 * The lease of a batch, renewed while this process works on it. After a pause of the process another one may have taken the
 * batch over, so the time since the last renewal is measured here and work stops before the lease can have expired.
 */
@Component
class BatchLease {

    private static final Logger log = LoggerFactory.getLogger(BatchLease.class);

    private static final int RENEWALS_PER_LEASE = 6;

    private final SigningBatches batches;
    private final BatchSettings settings;
    private final Clock clock;

    BatchLease(SigningBatches batches, BatchSettings settings, Clock clock) {
        this.batches = batches;
        this.settings = settings;
        this.clock = clock;
    }

    /** Renews from now on until it is closed. */
    Renewal renew(OpenedBatch batch) {
        return new Renewal(batch);
    }

    final class Renewal implements AutoCloseable {

        private final OpenedBatch batch;
        private final Thread thread;
        private volatile long lastRenewal = System.nanoTime();
        private volatile boolean ours = true;

        private Renewal(OpenedBatch batch) {
            this.batch = batch;
            this.thread = Thread.ofVirtual().name("signing-lease").start(this::renew);
        }

        /** Whether no other process can have taken the batch over. */
        boolean isOurs() {
            return ours && System.nanoTime() - lastRenewal < settings.lease().toNanos() / 2;
        }

        private void renew() {
            Duration pause = settings.lease().dividedBy(RENEWALS_PER_LEASE);
            while (ours && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(pause.toNanos());
                if (!Thread.currentThread().isInterrupted()) {
                    renewOnce();
                }
            }
        }

        private void renewOnce() {
            long now = System.nanoTime();
            try {
                ours = batches.renewLease(batch.id(), batch.runner(), clock.instant());
                lastRenewal = now;
            } catch (DataAccessException | TransactionException away) {
                log.warn(
                        "The lease of batch {} was not renewed, last {} s ago",
                        batch.id(),
                        TimeUnit.NANOSECONDS.toSeconds(now - lastRenewal),
                        away);
            }
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }
}
