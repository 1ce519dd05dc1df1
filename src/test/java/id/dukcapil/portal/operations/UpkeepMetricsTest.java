package id.dukcapil.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.BackgroundJob;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.staff.ActingSystem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs that are behind and backups that are missing are figures that somebody can be woken by. */
@IntegrationTest
class UpkeepMetricsTest {

    private static final String CLEANING = "operations-clean-job-history";

    @Autowired
    List<BackgroundJob> known;

    @Autowired
    Jobs jobs;

    @Autowired
    ActingSystem system;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();

    /** Other tests leave work behind that nobody has done. */
    @BeforeEach
    @AfterEach
    void emptyTheBook() {
        jdbc.sql("DELETE FROM scheduled_tasks").update();
    }

    @Test
    void theJobThatShouldHaveBegunLongestAgoIsTheLag() {
        new JobMetrics(figures, known, jobs, system, clock);
        jdbc.sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        VALUES (:task, 'recurring', :due, FALSE, 1)""")
                .param("task", CLEANING)
                .param("due", LocalDateTime.ofInstant(clock.instant().minusSeconds(900), ZoneOffset.UTC))
                .update();
        assertThat(gauge("portal.jobs.lag")).isEqualTo(900);
        assertThat(gauge("portal.jobs.troubled")).isEqualTo(1);
    }

    @Test
    void aRunThatFailedIsCountedForItsJobAndOneThatSucceededIsNot() {
        var metrics = new JobMetrics(figures, known, jobs, system, clock);
        var run = new Execution(clock.instant(), new TaskInstance<>(CLEANING, "recurring"));
        metrics.onExecutionComplete(ExecutionComplete.success(run, clock.instant(), clock.instant()));
        metrics.onExecutionComplete(
                ExecutionComplete.failure(run, clock.instant(), clock.instant(), new IllegalStateException("penuh")));
        assertThat(figures.get("portal.job.failures")
                        .tag("task", CLEANING)
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aBackupAgesAndNoBackupIsInfinitelyOld(@TempDir Path home) throws IOException {
        new BackupMetrics(new BackupMarker(new PortalHome(home)), clock).bindTo(figures);
        assertThat(gauge("portal.backup.age")).isInfinite();
        Files.writeString(
                home.resolve("backup.properties"),
                "finishedAt=" + clock.instant().minusSeconds(7_200));
        assertThat(gauge("portal.backup.age")).isEqualTo(7_200);
    }

    private double gauge(String name) {
        return figures.get(name).gauge().value();
    }
}
