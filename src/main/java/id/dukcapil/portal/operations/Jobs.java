package id.dukcapil.portal.operations;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.BackgroundJob;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.platform.FailedRow;
import id.dukcapil.portal.platform.FailedRows;
import id.dukcapil.portal.platform.JobQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The background jobs of the portal, how they are doing, and starting one by hand. */
@Service
@PreAuthorize("hasAuthority('SYSTEM_READ')")
public class Jobs {

    /** The scheduler looks every few seconds; who waits longer than this was forgotten. */
    static final Duration LATE_AFTER = Duration.ofMinutes(5);

    /** A running job is heard of every five minutes. */
    static final Duration STUCK_AFTER = Duration.ofMinutes(15);

    private static final int HISTORY = 50;

    private record Book(
            String task,
            int scheduled,
            int running,
            @Nullable Instant nextRun,
            @Nullable Instant heardOf,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            int failures) {}

    private static final RowMapper<Book> BOOK = RecordRow.of(Book.class).from("task", "task_name");

    private static final RowMapper<JobRun> RUN =
            RecordRow.of(JobRun.class).with("longest", (row, number) -> Duration.ofMillis(row.getLong("longest_ms")));

    private static final String BOOKS = """
            SELECT task_name, COUNT(*) AS scheduled, SUM(picked) AS running,
                   MIN(IF(picked, NULL, execution_time)) AS next_run,
                   MIN(IF(picked, COALESCE(last_heartbeat, execution_time), NULL)) AS heard_of,
                   MAX(last_success) AS last_success, MAX(last_failure) AS last_failure,
                   MAX(COALESCE(consecutive_failures, 0)) AS failures
            FROM scheduled_tasks GROUP BY task_name""";

    private final List<BackgroundJob> jobs;
    private final JdbcClient jdbc;
    private final JobQueue queue;
    private final FailedRows failedRows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Jobs(
            List<BackgroundJob> jobs,
            JdbcClient jdbc,
            JobQueue queue,
            FailedRows failedRows,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jobs =
                jobs.stream().sorted(Comparator.comparing(BackgroundJob::label)).toList();
        this.jdbc = jdbc;
        this.queue = queue;
        this.failedRows = failedRows;
        this.events = events;
        this.clock = clock;
    }

    /** All jobs by label. */
    @Transactional(readOnly = true)
    public List<JobStatus> all() {
        Map<String, Book> books =
                jdbc.sql(BOOKS).query(BOOK).list().stream().collect(Collectors.toMap(Book::task, book -> book));
        Map<String, Integer> failed = failedRows.counts();
        return jobs.stream()
                .map(job -> status(job, books.get(job.task()), failed.getOrDefault(job.task(), 0)))
                .toList();
    }

    /** The rows that a job could not deal with, those that failed most recently first. */
    @Transactional(readOnly = true)
    public List<FailedRow> failedRows(String task) {
        return failedRows.latest(task, HISTORY);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<JobRun> history(String task) {
        return jdbc.sql("""
                        SELECT failed, runs, started_at, finished_at, longest_ms, error FROM operations_job_run
                        WHERE task_name = :task ORDER BY finished_at DESC LIMIT :limit""")
                .param("task", task)
                .param("limit", HISTORY)
                .query(RUN)
                .list();
    }

    /**
     * Brings the next run forward to now, with all rows that have failed; of jobs that are not recurring those runs
     * that have failed. A run that goes on is left alone, so that the same work is never done twice at once.
     *
     * @throws InvalidInput when there is nothing to start
     */
    @PreAuthorize("hasAuthority('JOB_RUN')")
    @Transactional
    public void runNow(BackgroundJob job) {
        int started = jdbc.sql("""
                        UPDATE scheduled_tasks SET execution_time = :now, version = version + 1
                        WHERE task_name = :task AND NOT picked
                          AND ((:repeatable AND task_instance = 'recurring') OR consecutive_failures > 0)""")
                .param("now", UtcDateTime.of(clock.instant()))
                .param("task", job.task())
                .param("repeatable", job.repeatable())
                .update();
        if (started == 0) {
            throw new InvalidInput("task", whyNot(job));
        }
        failedRows.tryAgainNow(job.task());
        events.publishEvent(AuditEvent.of("Pekerjaan latar", job.label(), "Dijalankan dengan tangan"));
        queue.lookOnceCommitted();
    }

    private String whyNot(BackgroundJob job) {
        boolean running = jdbc.sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = ? AND picked")
                        .param(job.task())
                        .query(Integer.class)
                        .single()
                > 0;
        return running
                ? "%s sedang berjalan; tunggu sampai selesai.".formatted(job.label())
                : "%s tidak punya tugas yang dapat dijalankan sekarang.".formatted(job.label());
    }

    private JobStatus status(BackgroundJob job, @Nullable Book book, int failed) {
        if (book == null) {
            return new JobStatus(job, JobState.IDLE, 0, null, null, null, 0, failed);
        }
        return new JobStatus(
                job,
                state(book, failed),
                book.scheduled(),
                book.nextRun(),
                book.lastSuccess(),
                book.lastFailure(),
                book.failures(),
                failed);
    }

    private JobState state(Book book, int failedRows) {
        Instant now = clock.instant();
        if (book.heardOf() != null && book.heardOf().isBefore(now.minus(STUCK_AFTER))) {
            return JobState.STUCK;
        }
        if (book.running() > 0) {
            return JobState.RUNNING;
        }
        if (book.nextRun() != null && book.nextRun().isBefore(now.minus(LATE_AFTER))) {
            return JobState.LATE;
        }
        if (book.failures() > 0) {
            return JobState.FAILED;
        }
        return failedRows > 0 ? JobState.PARTLY : JobState.WAITING;
    }
}
