package id.dukcapil.portal.operations;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Writes down how each run of the scheduler ended; the scheduler itself only remembers the last one. */
@Component
class JobRunRecorder extends AbstractSchedulerListener {

    private static final Logger log = LoggerFactory.getLogger(JobRunRecorder.class);
    private static final int LONGEST_ERROR = 500;

    private final JdbcClient jdbc;

    JobRunRecorder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The work is done by now; a database that is away must not make its end look like a failure. */
    @Override
    public void onExecutionComplete(ExecutionComplete run) {
        String task = run.getExecution().taskInstance.getTaskName();
        try {
            record(
                    task,
                    run.getTimeDone().minus(run.getDuration()),
                    run.getTimeDone(),
                    run.getResult() == ExecutionComplete.Result.FAILED,
                    run.getCause().map(JobRunRecorder::inOneLine).orElse(null));
        } catch (DataAccessException | TransactionException away) {
            log.warn(
                    "The run of {} could not be written down: {}",
                    task,
                    away.getClass().getSimpleName());
        }
    }

    void record(String task, Instant started, Instant finished, boolean failed, @Nullable String error) {
        jdbc.sql("""
                        INSERT INTO operations_job_run
                          (task_name, bucket, failed, runs, started_at, finished_at, longest_ms, error)
                        VALUES (:task, :bucket, :failed, 1, :started, :finished, :millis, :error)
                        ON DUPLICATE KEY UPDATE runs = runs + 1, finished_at = GREATEST(finished_at, VALUES(finished_at)),
                          longest_ms = GREATEST(longest_ms, VALUES(longest_ms))""")
                .param("task", task)
                .param("bucket", failed ? UUID.randomUUID().toString() : hourOf(started))
                .param("failed", failed)
                .param("started", UtcDateTime.of(started))
                .param("finished", UtcDateTime.of(finished))
                .param("millis", Math.max(ChronoUnit.MILLIS.between(started, finished), 0))
                .param("error", error)
                .update();
    }

    private static String hourOf(Instant moment) {
        return moment.truncatedTo(ChronoUnit.HOURS).toString();
    }

    /** The exceptions from the outermost to the root, without their stack and without what they quote. */
    static String inOneLine(Throwable failure) {
        String chain = Masking.stackTrace(failure)
                .lines()
                .filter(line -> !line.startsWith("\t"))
                .map(line -> line.replaceAll("'[^']*'", "'…'"))
                .map(line -> line.replaceAll("\\b(?:[a-z][\\w]*\\.)+([A-Z])", "$1"))
                .collect(Collectors.joining(" ← "))
                .replace("← Caused by:", "←");
        return chain.length() <= LONGEST_ERROR ? chain : chain.substring(0, LONGEST_ERROR - 1) + "…";
    }
}
