package id.dukcapil.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import id.dukcapil.portal.IntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real scheduler on the real database, with a clock and threads in the hand of the test. */
@IntegrationTest
class SchedulerTroubleTest {

    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

    private static final String BOOK = "trouble_scheduled_tasks";

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JobRunRecorder recorder;

    private final String task = "uji-" + UUID.randomUUID();
    private final AtomicInteger runs = new AtomicInteger();
    private final SettableClock clock = new SettableClock();
    private boolean broken;
    private ManualScheduler scheduler;

    @BeforeEach
    void startTheScheduler() {
        clock.set(START);
        // A book of its own: in the shared one other tests leave executions that are due and that nobody here can run
        jdbc.sql("CREATE OR REPLACE TABLE " + BOOK + " LIKE scheduled_tasks").update();
        RecurringTask<Void> work = Tasks.recurring(task, FixedDelay.ofMinutes(10))
                .execute((instance, context) -> {
                    runs.incrementAndGet();
                    if (broken) {
                        throw new IllegalStateException("Server SIAK diam");
                    }
                });
        scheduler = TestHelper.createManualScheduler(dataSource)
                .clock(clock)
                .tableName(BOOK)
                .startTasks(List.of(work))
                .statsRegistry(new ToldOfEveryRun(recorder))
                .alwaysPersistTimestampInUTC()
                .build();
        scheduler.start();
    }

    @AfterEach
    void clearTheBook() {
        jdbc.sql("DROP TABLE " + BOOK).update();
        jdbc.sql("DELETE FROM operations_job_run WHERE task_name = ?")
                .param(task)
                .update();
    }

    @Test
    void everyRunIsWrittenDownWithHowItEnded() {
        scheduler.runAnyDueExecutions();
        broken = true;
        scheduler.tick(Duration.ofMinutes(11));
        scheduler.runAnyDueExecutions();

        assertThat(runs).hasValue(2);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM operations_job_run WHERE task_name = ? AND NOT failed")
                        .param(task)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT error FROM operations_job_run WHERE task_name = ? AND failed")
                        .param(task)
                        .query(String.class)
                        .single())
                .contains("IllegalStateException", "Server SIAK diam");
    }

    @Test
    void aClockThatIsPutBackAnHourDelaysAJobAndNeitherLosesNorDoublesIt() {
        scheduler.runAnyDueExecutions();
        clock.set(START.minus(Duration.ofHours(1)));
        scheduler.runAnyDueExecutions();
        assertThat(runs).hasValue(1);

        clock.set(START.plus(Duration.ofMinutes(11)));
        scheduler.runAnyDueExecutions();
        scheduler.runAnyDueExecutions();
        assertThat(runs).hasValue(2);
    }
}
