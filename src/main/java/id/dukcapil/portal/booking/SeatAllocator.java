package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Recent;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.Together;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives out the seats of a day to all who ask for them at the same time in one transaction, in the order in which they
 * asked: one of the callers works for all who wait, while another one prepares the next round. Each day of each office has
 * a line of its own. The day's row is locked meanwhile, so any number of processes may do the same.
 */
@Component
class SeatAllocator {

    /** More in one transaction would gain little and let the first wait for the last. */
    private static final int MOST_TOGETHER = 512;

    private static final int ATTEMPTS = 4;

    /**
     * How long a line goes by what was read of its day. Rounds follow each other in hundredths of a second, and reading it
     * costs as many journeys to the database as a round itself; whether the day is closed is read under its lock.
     */
    private static final Duration FRESH = Duration.ofMillis(200);

    private record Day(OfficeCode office, LocalDate date) {}

    /** Those who ask for one day. */
    private final class Line implements Together.Work<SeatRequest, SeatAnswer, BookableDay> {

        private final Day day;
        private final Together<SeatRequest, SeatAnswer, BookableDay> together = new Together<>(MOST_TOGETHER, this);
        private final Recent<BookableDay> known = new Recent<>(FRESH, System::nanoTime);
        private int callers;

        private Line(Day day) {
            this.day = day;
        }

        @Override
        public BookableDay prepare() {
            return known.orElse(() -> read(day));
        }

        @Override
        public List<SeatAnswer> answer(BookableDay known, Supplier<List<SeatRequest>> questions) {
            return threads.run(() -> decide(known, questions));
        }

        private Line joined() {
            callers++;
            return this;
        }

        private boolean isEmptyWithoutOne() {
            callers--;
            return callers == 0;
        }
    }

    private final SeatBatch batch;
    private final Retry retry;
    private final RoundThreads threads;
    private final ConcurrentHashMap<Day, Line> lines = new ConcurrentHashMap<>();

    SeatAllocator(SeatBatch batch, Retry retry, RoundThreads threads) {
        this.batch = batch;
        this.retry = retry;
        this.threads = threads;
    }

    /**
     * Waits until the request is decided and what was decided is committed.
     *
     * @throws RuntimeException when it could not be decided; whether it was stored is then in doubt only as far as the
     *     commit itself is, and the same request sent again finds out
     */
    SeatAnswer ask(SeatRequest request) {
        var day = new Day(request.office(), request.date());
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // Others must not depend on whether the caller's transaction comes to a good end
            return decideAlone(day, request);
        }
        Line line = lines.compute(day, (key, known) -> (known == null ? new Line(key) : known).joined());
        try {
            return unlessFailed(line.together.ask(request));
        } finally {
            lines.computeIfPresent(day, (key, known) -> known.isEmptyWithoutOne() ? null : known);
        }
    }

    /** How many wait for an answer now, over all days. */
    int waiting() {
        return lines.values().stream().mapToInt(line -> line.together.waiting()).sum();
    }

    private static SeatAnswer unlessFailed(SeatAnswer answer) {
        if (answer instanceof SeatAnswer.Failed failed) {
            throw failed.why();
        }
        return answer;
    }

    private BookableDay read(Day day) {
        return retry.inTransaction(() -> batch.day(day.office(), day.date()));
    }

    private SeatAnswer decideAlone(Day day, SeatRequest request) {
        return batch.decide(read(day), () -> List.of(request)).getFirst();
    }

    private List<SeatAnswer> decide(BookableDay known, Supplier<List<SeatRequest>> whoWaits) {
        for (int attempt = 1; ; attempt++) {
            try {
                return retry.inTransaction(() -> batch.decide(known, whoWaits));
            } catch (DataIntegrityViolationException metAnother) {
                // The person, the key or the token came through elsewhere meanwhile, and can be seen from now on
                if (attempt == ATTEMPTS) {
                    return oneByOne(known, whoWaits.get(), metAnother);
                }
            } catch (RuntimeException failure) {
                return oneByOne(known, whoWaits.get(), failure);
            }
        }
    }

    /** One request that cannot be stored must not take those along that happened to wait with it. */
    private List<SeatAnswer> oneByOne(BookableDay known, List<SeatRequest> waiting, RuntimeException failure) {
        if (waiting.size() == 1 || concernsAll(failure)) {
            throw failure;
        }
        return waiting.stream().map(request -> alone(known, request)).toList();
    }

    /** A database that is away, or too busy: asking it again for each would only make it worse. */
    private static boolean concernsAll(RuntimeException failure) {
        return failure instanceof TransactionException
                || failure instanceof DataAccessException && !(failure instanceof DataIntegrityViolationException);
    }

    private SeatAnswer alone(BookableDay known, SeatRequest request) {
        try {
            return decide(known, () -> List.of(request)).getFirst();
        } catch (RuntimeException failure) {
            return new SeatAnswer.Failed(failure);
        }
    }
}
