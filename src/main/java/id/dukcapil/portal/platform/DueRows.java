package id.dukcapil.portal.platform;

import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.Retry;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows that are due for one act of a recurring job. Batch after batch is looked for until none is left. A row that
 * fails is written down and passed over until its next attempt; the others have their turn. Each act must look at its row
 * again under a lock, because it was found before that.
 *
 * @param <T> a row, or its identifier
 */
public final class DueRows<T> {

    static final int AT_ONCE = 200;

    /** So many rows in one run are no fault of the rows; the run ends, and the next one goes on behind them. */
    static final int FAILURES_AT_ONCE = 100;

    private static final Logger log = LoggerFactory.getLogger(DueRows.class);

    private final FailedRows failures;
    private final Retry retry;
    private final Clock clock;
    private final String job;
    private final String what;
    private final Function<T, String> key;
    private final IntFunction<List<T>> due;

    DueRows(
            FailedRows failures,
            Retry retry,
            Clock clock,
            String job,
            String what,
            Function<T, String> key,
            IntFunction<List<T>> due) {
        this.failures = failures;
        this.retry = retry;
        this.clock = clock;
        this.job = job;
        this.what = what;
        this.key = key;
        this.due = due;
    }

    /**
     * Deals with each row in a transaction of its own.
     *
     * @return how many rows have failed in this run
     * @throws IllegalStateException when so many rows fail that the cause must be another
     */
    public int each(Consumer<T> act) {
        return new Run(row -> retry.inTransaction(() -> act.accept(row)), null).run();
    }

    /** As {@link #each}, for work that takes several transactions of its own. */
    public int eachInOwnSteps(Consumer<T> act) {
        return new Run(act, null).run();
    }

    /**
     * As {@link #each}, for what is told about many rows at once: deals with up to {@value #AT_ONCE} rows in one
     * transaction, and where that fails, with each of them by itself.
     */
    public int together(Consumer<List<T>> act) {
        return new Run(
                        row -> retry.inTransaction(() -> act.accept(List.of(row))),
                        rows -> retry.inTransaction(() -> act.accept(rows)))
                .run();
    }

    private final class Run {

        private final Consumer<T> one;
        private final @Nullable Consumer<List<T>> many;
        private final Instant startedAt = clock.instant();
        private final Map<String, FailedRow> known = failures.byKey(job, what);
        private final Set<String> seen = new HashSet<>();
        private int failed;

        Run(Consumer<T> one, @Nullable Consumer<List<T>> many) {
            this.one = one;
            this.many = many;
        }

        int run() {
            int limit = AT_ONCE + known.size();
            int found;
            int asked;
            do {
                asked = limit;
                List<T> rows = due.apply(asked);
                List<T> fresh = rows.stream()
                        .filter(row -> seen.add(key.apply(row)) && !waits(row))
                        .toList();
                dealWith(fresh);
                found = rows.size();
                // What stays due is found again, and must not keep what stands behind it from being found
                limit = AT_ONCE + found - fresh.size();
            } while (found == asked);
            forgetWhatIsNotDueAnyMore();
            return failed;
        }

        private boolean waits(T row) {
            FailedRow before = known.get(key.apply(row));
            return before != null && before.nextAttemptAt().isAfter(startedAt);
        }

        private void dealWith(List<T> rows) {
            if (many == null || rows.size() < 2 || !dealtWithTogether(rows, many)) {
                rows.forEach(this::dealWith);
            }
        }

        private boolean dealtWithTogether(List<T> rows, Consumer<List<T>> act) {
            try {
                act.accept(rows);
                rows.forEach(this::forget);
                return true;
            } catch (RuntimeException oneOfThem) {
                log.info(
                        "{} ({}) deals with {} rows one by one, because together they failed: {}",
                        job,
                        what,
                        rows.size(),
                        FailedRows.kinds(oneOfThem));
                return false;
            }
        }

        private void dealWith(T row) {
            try {
                one.accept(row);
                forget(row);
            } catch (RuntimeException failure) {
                // With the database away this fails as well, and the run ends: that was no fault of the row
                enter(key.apply(row), failure);
            }
        }

        private void enter(String row, RuntimeException failure) {
            FailedRow before = known.get(row);
            int attempts = before == null ? 1 : before.attempts() + 1;
            failures.enter(job, what, row, attempts, failure);
            failed++;
            log.warn(
                    "{} ({}) could not deal with row {}, attempt {}: {}",
                    job,
                    what,
                    row,
                    attempts,
                    attempts == 1 ? Masking.stackTrace(failure) : FailedRows.kinds(failure));
            if (failed == FAILURES_AT_ONCE) {
                throw new IllegalStateException("%s: %d rows have failed in one run".formatted(what, failed), failure);
            }
        }

        private void forget(T row) {
            if (known.containsKey(key.apply(row))) {
                failures.forget(job, what, key.apply(row));
            }
        }

        /** A row whose attempt is due would have been found if it still were. */
        private void forgetWhatIsNotDueAnyMore() {
            known.values().stream()
                    .filter(row -> !seen.contains(row.key()))
                    .filter(row -> !row.nextAttemptAt().isAfter(startedAt))
                    .forEach(row -> failures.forget(job, what, row.key()));
        }
    }
}
