package id.dukcapil.portal.platform;

import id.dukcapil.portal.common.Retry;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;

/**
 * How recurring jobs deal with many rows, so that one that fails keeps none of the others from their turn. A job says in
 * one expression what it does with which rows:
 *
 * <pre>{@code
 * work.rows(TASK, "Mengakhiri QR dan PIN", limit -> overdue(now, limit)).each(id -> expire(id, now));
 * }</pre>
 */
@Component
public class RecurringWork {

    private final FailedRows failures;
    private final Retry retry;
    private final Clock clock;

    RecurringWork(FailedRows failures, Retry retry, Clock clock) {
        this.failures = failures;
        this.retry = retry;
        this.clock = clock;
    }

    /** As {@link #rows(String, String, Function, IntFunction)} for rows that are known by their text. */
    public <T> DueRows<T> rows(String job, String what, IntFunction<List<T>> due) {
        return rows(job, what, String::valueOf, due);
    }

    /**
     * @param job name of the task
     * @param what what is done, as administrators read it in the list of jobs; at most 100 characters, and the same in every
     *     run
     * @param key of a row in its table; at most 64 ASCII characters
     * @param due the rows that are due, the most urgent first and at most so many. One that gives more has given them all
     */
    public <T> DueRows<T> rows(String job, String what, Function<T, String> key, IntFunction<List<T>> due) {
        return new DueRows<>(failures, retry, clock, job, what, key, due);
    }
}
