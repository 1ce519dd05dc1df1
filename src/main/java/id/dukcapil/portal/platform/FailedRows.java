package id.dukcapil.portal.platform;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which rows recurring jobs could not deal with, and when each is tried again: later after every failure. */
@Repository
public class FailedRows {

    static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private static final int LONGEST_ERROR = 200;

    private static final RowMapper<FailedRow> ROW =
            RecordRow.of(FailedRow.class).from("key", "row_key");
    private static final RowMapper<Map.Entry<String, Integer>> COUNT =
            (row, number) -> Map.entry(row.getString("job"), row.getInt("failed"));

    private final JdbcClient jdbc;
    private final Clock clock;

    FailedRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many rows of each job have failed; jobs without any are left out. */
    public Map<String, Integer> counts() {
        return jdbc
                .sql("SELECT job, COUNT(*) AS failed FROM platform_failed_row GROUP BY job")
                .query(COUNT)
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those of a job that have failed most recently. */
    public List<FailedRow> latest(String job, int limit) {
        return jdbc.sql("SELECT * FROM platform_failed_row WHERE job = :job"
                        + " ORDER BY last_failed_at DESC, what, row_key LIMIT :limit")
                .param("job", job)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** Has the next run of the job try all of its rows again. */
    public void tryAgainNow(String job) {
        jdbc.sql("UPDATE platform_failed_row SET next_attempt_at = LEAST(next_attempt_at, :now) WHERE job = :job")
                .param("now", UtcDateTime.of(clock.instant()))
                .param("job", job)
                .update();
    }

    Map<String, FailedRow> byKey(String job, String what) {
        return jdbc
                .sql("SELECT * FROM platform_failed_row WHERE job = :job AND what = :what")
                .param("job", job)
                .param("what", what)
                .query(ROW)
                .list()
                .stream()
                .collect(toMap(FailedRow::key, Function.identity()));
    }

    /** @param attempts how many have failed, this one included */
    void enter(String job, String what, String key, int attempts, Throwable failure) {
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO platform_failed_row
                          (job, what, row_key, attempts, first_failed_at, last_failed_at, next_attempt_at, error)
                        VALUES (:job, :what, :key, :attempts, :now, :now, :next, :error)
                        ON DUPLICATE KEY UPDATE attempts = VALUES(attempts), last_failed_at = VALUES(last_failed_at),
                          next_attempt_at = VALUES(next_attempt_at), error = VALUES(error)""")
                .param("job", job)
                .param("what", what)
                .param("key", key)
                .param("attempts", attempts)
                .param("now", UtcDateTime.of(now))
                .param("next", UtcDateTime.of(now.plus(pause(attempts))))
                .param("error", kinds(failure))
                .update();
    }

    void forget(String job, String what, String key) {
        jdbc.sql("DELETE FROM platform_failed_row WHERE job = :job AND what = :what AND row_key = :key")
                .param("job", job)
                .param("what", what)
                .param("key", key)
                .update();
    }

    /** Doubles with every failure, up to {@link #LONGEST_PAUSE}. */
    static Duration pause(int attempts) {
        int doublings = Math.min(attempts - 1, 30);
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << doublings);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** What exceptions say can quote the row; their kinds cannot. */
    static String kinds(Throwable failure) {
        String kinds = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> cause.getClass().getSimpleName())
                .distinct()
                .collect(Collectors.joining(" ← "));
        return kinds.length() <= LONGEST_ERROR ? kinds : kinds.substring(0, LONGEST_ERROR - 1) + "…";
    }
}
