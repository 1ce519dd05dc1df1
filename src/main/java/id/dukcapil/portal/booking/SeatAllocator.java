package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.Together;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives out the seats of a day to all who ask for them at the same time in one transaction, in the order in which they
 * asked: one of the callers works for all who wait. Each day of each office has a line of its own. The day's row is locked
 * meanwhile, so any number of processes may do the same.
 */
@Component
class SeatAllocator {

    /** More in one transaction would gain little and let the first wait for the last. */
    private static final int MOST_TOGETHER = 512;

    private static final int ATTEMPTS = 4;

    private record Day(OfficeCode office, LocalDate date) {}

    private static final class Line {

        private final Together<SeatRequest, SeatAnswer> together;
        private int callers;

        private Line(SeatAllocator allocator) {
            together = new Together<>(MOST_TOGETHER, allocator::decide);
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
    private final ConcurrentHashMap<Day, Line> lines = new ConcurrentHashMap<>();

    SeatAllocator(SeatBatch batch, Retry retry) {
        this.batch = batch;
        this.retry = retry;
    }

    /**
     * Waits until the request is decided and what was decided is committed.
     *
     * @throws RuntimeException when it could not be decided; whether it was stored is then in doubt only as far as the
     *     commit itself is, and the same request sent again finds out
     */
    SeatAnswer ask(SeatRequest request) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // Others must not depend on whether the caller's transaction comes to a good end
            return batch.decide(List.of(request)).getFirst();
        }
        var day = new Day(request.office(), request.date());
        Line line = lines.compute(day, (key, known) -> (known == null ? new Line(this) : known).joined());
        try {
            return known(line.together.ask(request));
        } finally {
            lines.computeIfPresent(day, (key, known) -> known.isEmptyWithoutOne() ? null : known);
        }
    }

    /** How many wait for an answer now, over all days. */
    int waiting() {
        return lines.values().stream().mapToInt(line -> line.together.waiting()).sum();
    }

    private static SeatAnswer known(SeatAnswer answer) {
        if (answer instanceof SeatAnswer.Failed failed) {
            throw failed.why();
        }
        return answer;
    }

    private List<SeatAnswer> decide(List<SeatRequest> waiting) {
        for (int attempt = 1; ; attempt++) {
            try {
                return retry.inTransaction(() -> batch.decide(waiting));
            } catch (DataIntegrityViolationException metAnother) {
                // The person, the key or the token came through elsewhere meanwhile, and can be seen from now on
                if (attempt == ATTEMPTS) {
                    return oneByOne(waiting, metAnother);
                }
            } catch (RuntimeException failure) {
                return oneByOne(waiting, failure);
            }
        }
    }

    /** One request that cannot be stored must not take those along that happened to wait with it. */
    private List<SeatAnswer> oneByOne(List<SeatRequest> waiting, RuntimeException failure) {
        if (waiting.size() == 1 || concernsAll(failure)) {
            throw failure;
        }
        return waiting.stream().map(this::alone).toList();
    }

    /** A database that is away, or too busy: asking it again for each would only make it worse. */
    private static boolean concernsAll(RuntimeException failure) {
        return failure instanceof TransactionException
                || failure instanceof DataAccessException && !(failure instanceof DataIntegrityViolationException);
    }

    private SeatAnswer alone(SeatRequest request) {
        try {
            return decide(List.of(request)).getFirst();
        } catch (RuntimeException failure) {
            return new SeatAnswer.Failed(failure);
        }
    }
}
