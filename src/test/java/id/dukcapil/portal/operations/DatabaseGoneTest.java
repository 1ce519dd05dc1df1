package id.dukcapil.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.platform.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The line to the database is cut for a while; pool and scheduler are the real ones with the settings of the portal. */
class DatabaseGoneTest {

    private static final Path SCHEMA = Path.of("src/main/resources/db/changelog");

    private CuttableLine line;
    private HikariDataSource pool;
    private JdbcClient jdbc;

    @BeforeEach
    void connectThroughTheLine() throws IOException {
        String direct = TestDatabase.newSchema();
        var server = URI.create(direct.substring("jdbc:".length()));
        line = new CuttableLine(server.getPort());
        var configuration = new HikariConfig();
        configuration.setJdbcUrl("jdbc:mariadb://127.0.0.1:" + line.port() + server.getPath());
        configuration.setUsername("root");
        configuration.setConnectionTimeout(1_000);
        configuration.setValidationTimeout(500);
        // Every connection that was cut fails once more; with a single one the test knows which
        configuration.setMaximumPoolSize(1);
        pool = new HikariDataSource(configuration);
        jdbc = JdbcClient.create(pool);
        enter("platform/0001_scheduled_tasks.sql");
        enter("operations/0001_job_runs.sql");
    }

    @AfterEach
    void disconnect() throws IOException {
        pool.close();
        line.close();
    }

    private void enter(String changes) throws IOException {
        String statements = Files.readString(SCHEMA.resolve(changes)).replaceAll("(?m)^--.*$", "");
        for (String statement : statements.split(";")) {
            if (!statement.isBlank()) {
                jdbc.sql(statement).update();
            }
        }
    }

    /** A connection that was cut can keep somebody waiting for ever; the pool's own patience of a second must end it. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void whoeverAsksMeanwhileIsToldAndTheNextOneIsServedAgain() {
        line.cut();
        assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(this::ask);

        line.mend();
        assertThat(ask()).isEqualTo(1);
    }

    @Test
    void aJobThatCannotBeBookedOutIsDoneOnceTheDatabaseIsBack() {
        var runs = new AtomicInteger();
        var clock = new SettableClock();
        clock.set(Instant.parse("2026-11-23T02:00:00Z"));
        RecurringTask<Void> work =
                Tasks.recurring("uji", FixedDelay.ofMinutes(10)).execute((instance, context) -> runs.incrementAndGet());
        ManualScheduler scheduler = TestHelper.createManualScheduler(pool)
                .clock(clock)
                .startTasks(List.of(work))
                .statsRegistry(new ToldOfEveryRun(new JobRunRecorder(jdbc)))
                .alwaysPersistTimestampInUTC()
                .build();
        scheduler.start();

        line.cut();
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(scheduler::runAnyDueExecutions);
        assertThat(runs).hasValue(0);

        line.mend();
        scheduler.runAnyDueExecutions();
        assertThat(runs).hasValue(1);
        assertThat(jdbc.sql("SELECT runs FROM operations_job_run WHERE task_name = 'uji'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRunThatCannotBeWrittenDownIsNoFailureOfTheJob() {
        var recorder = new JobRunRecorder(jdbc);
        line.cut();
        recorder.onExecutionComplete(ExecutionComplete.simulatedSuccess(Instant.parse("2026-11-23T02:00:00Z")));
        line.mend();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM operations_job_run")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theAgeOfTheBackupIsToldEvenWhenTheDatabaseIsAway(@TempDir Path home) {
        Clock clock = new id.dukcapil.portal.SettableClock();
        var health = new PortalHealth(
                new BackupMarker(new PortalHome(home)),
                new DatabaseFacts(jdbc, pool, new StandardEnvironment(), clock),
                clock);
        line.cut();
        assertThat(health.health().getDetails())
                .containsEntry("lastBackup", "never")
                .containsEntry("clockAheadMillis", "unknown");
        line.mend();
        assertThat(health.health().getDetails().get("clockAheadMillis")).isInstanceOf(Long.class);
    }

    private int ask() {
        return jdbc.sql("SELECT 1").query(Integer.class).single();
    }
}
