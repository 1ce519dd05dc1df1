package id.dukcapil.portal.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Writes down what came of attempts while the next mails are already on their way: whatever has come in since the last
 * transaction goes into the next one. Only few may wait to be written, because those are the ones that go out twice when
 * the process is killed.
 */
final class OutcomeRecorder implements AutoCloseable {

    /** Attempts that may be done and not yet written down. */
    static final int AHEAD = 32;

    private static final Logger log = LoggerFactory.getLogger(OutcomeRecorder.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final Duration patience;
    private final BlockingQueue<Optional<Outcome>> done = new ArrayBlockingQueue<>(AHEAD);
    private final Thread writer;

    /** @param patience how long to wait for a database that does not answer; then the mails will go out again */
    OutcomeRecorder(Outbox outbox, Duration patience) {
        this.outbox = outbox;
        this.patience = patience;
        this.writer = Thread.ofVirtual().name("mail-outcomes").start(this::write);
    }

    void add(Outcome outcome) throws InterruptedException {
        done.put(Optional.of(outcome));
    }

    private void write() {
        try {
            boolean more = true;
            while (more) {
                var together = new ArrayList<Optional<Outcome>>();
                together.add(done.take());
                done.drainTo(together);
                more = together.stream().allMatch(Optional::isPresent);
                record(together.stream().flatMap(Optional::stream).toList());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void record(List<Outcome> outcomes) throws InterruptedException {
        if (outcomes.isEmpty()) {
            return;
        }
        long givenUp = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                outbox.record(outcomes);
                return;
            } catch (DataAccessException | TransactionException e) {
                if (System.nanoTime() > givenUp) {
                    log.warn(
                            "What came of {} mails could not be written down; they will go out again", outcomes.size());
                    return;
                }
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        }
    }

    /** Returns when everything is written. */
    @Override
    public void close() throws InterruptedException {
        done.put(Optional.empty());
        writer.join();
    }
}
