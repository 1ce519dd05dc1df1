package id.dukcapil.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.kagkarlsson.scheduler.task.Task;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.BackgroundJob;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.platform.RecurringWork;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.annotation.Transactional;

/** No scheduler runs in the tests, so its book is written by hand and undone after each test. */
@IntegrationTest
@Transactional
@WithUserDetails("admin")
class JobsTest {

    private static final Instant NOW = SettableClock.MONDAY_MORNING;
    private static final String CLOSING = "booking-close-past-days";

    @Autowired
    Jobs jobs;

    @Autowired
    JobRunRecorder recorder;

    @Autowired
    JobHistoryCleaning cleaning;

    @Autowired
    List<Task<?>> tasks;

    @Autowired
    List<BackgroundJob> described;

    @Autowired
    RecurringWork work;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTaskOfTheSchedulerSaysWhatItDoes() {
        assertThat(described)
                .extracting(BackgroundJob::task)
                .containsExactlyInAnyOrderElementsOf(
                        tasks.stream().map(Task::getName).toList());
        assertThat(described)
                .allSatisfy(job -> assertThat(job.label() + job.rhythm()).isNotBlank());
    }

    /** Minutes relative to now: of the next run, and of the last sign of life while it runs. */
    @ParameterizedTest
    @CsvSource({
        "60, , 0, WAITING",
        "-4, , 0, WAITING",
        "-6, , 0, LATE",
        "10, , 3, FAILED",
        "-1, 0, 0, RUNNING",
        "-60, -14, 0, RUNNING",
        "-60, -16, 0, STUCK"
    })
    void theStateOfAJobIsReadOffTheSchedulersBook(
            int nextRun, @Nullable Integer heardOf, int failures, JobState expected) {
        enter(CLOSING, nextRun, heardOf, failures);
        assertThat(closing().state()).isEqualTo(expected);
    }

    @Test
    void aJobThatIsNotInTheBookHasNothingToDo() {
        assertThat(closing().state()).isEqualTo(JobState.IDLE);
    }

    @Test
    void startingByHandBringsTheNextRunForward() {
        enter(CLOSING, 600, null, 0);
        jobs.runNow(closing().job());
        assertThat(closing().nextRun()).isEqualTo(NOW);
    }

    @Test
    void aJobThatCouldNotDealWithSomeRowsIsInTroubleUntilItCan() {
        enter(CLOSING, 60, null, 0);
        work.rows(CLOSING, "Menutup pemesanan", limit -> List.of("a", "b")).each(row -> {
            if (row.equals("a")) {
                throw new IllegalStateException("3204051203900007");
            }
        });
        assertThat(closing().state()).isEqualTo(JobState.PARTLY);
        assertThat(closing().failedRows()).isOne();
        assertThat(jobs.failedRows(CLOSING)).singleElement().satisfies(row -> {
            assertThat(row.key()).isEqualTo("a");
            assertThat(row.error()).isEqualTo("IllegalStateException");
            assertThat(row.nextAttemptAt()).isAfter(NOW);
        });

        jobs.runNow(closing().job());
        assertThat(jobs.failedRows(CLOSING))
                .as("an administrator need not wait")
                .allSatisfy(row -> assertThat(row.nextAttemptAt()).isEqualTo(NOW));
    }

    @Test
    void aJobThatRunsIsNotStartedASecondTime() {
        enter(CLOSING, -1, 0, 0);
        BackgroundJob job = closing().job();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> jobs.runNow(job))
                .withMessageContaining("sedang berjalan");
    }

    @Test
    void aJobWithoutASchedulerIsRefusedInWords() {
        BackgroundJob job = closing().job();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> jobs.runNow(job))
                .withMessageContaining("tidak punya tugas");
    }

    @Test
    @WithMockUser(authorities = "SYSTEM_READ")
    void whoeverOnlyLooksOnStartsNothing() {
        BackgroundJob job = closing().job();
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> jobs.runNow(job));
    }

    @Test
    void theSuccessesOfAnHourShareALineAndEachFailureHasItsOwn() {
        run(NOW, 2, null);
        run(NOW.plusSeconds(600), 9, null);
        run(NOW.plusSeconds(700), 1, "A");
        run(NOW.plusSeconds(800), 1, "A");
        run(NOW.plusSeconds(3600), 1, null);

        List<JobRun> history = jobs.history("uji");
        assertThat(history).extracting(JobRun::failed).containsExactly(false, true, true, false);
        assertThat(history.getLast()).satisfies(hour -> {
            assertThat(hour.runs()).isEqualTo(2);
            assertThat(hour.longest()).isEqualTo(Duration.ofSeconds(9));
            assertThat(hour.startedAt()).isEqualTo(NOW);
            assertThat(hour.finishedAt()).isEqualTo(NOW.plusSeconds(609));
        });
    }

    @Test
    void aClockThatWasPutBackAnHourDisturbsNoHistory() {
        run(NOW, 2, null);
        run(NOW.minusSeconds(3600), 3, null);
        run(NOW.minusSeconds(1800), 3, null);
        assertThat(jobs.history("uji")).extracting(JobRun::runs).containsExactly(1, 2);
    }

    @Test
    void whatWentWrongIsKeptWithoutNumbersOfPeople() {
        var cause = new SQLException("Duplicate entry '3204051203900007' for key 'active_nik'");
        String line =
                JobRunRecorder.inOneLine(new IllegalStateException("Pemohon 3204051203900007, sari@contoh.id", cause));
        assertThat(line)
                .contains("IllegalStateException", "SQLException", "Duplicate entry")
                .doesNotContain("3204051203900007", "sari@", "\n");
    }

    @Test
    void linesOlderThanNinetyDaysAreTakenAway() {
        run(NOW.minus(Duration.ofDays(91)), 1, "lama");
        run(NOW.minus(Duration.ofDays(89)), 1, "baru");
        cleaning.run();
        assertThat(jobs.history("uji")).extracting(JobRun::error).containsExactly("baru");
    }

    private void run(Instant start, int seconds, @Nullable String error) {
        recorder.record("uji", start, start.plusSeconds(seconds), error != null, error);
    }

    private JobStatus closing() {
        return jobs.all().stream()
                .filter(status -> status.job().task().equals(CLOSING))
                .findFirst()
                .orElseThrow();
    }

    private void enter(String task, int nextRun, @Nullable Integer heardOf, int failures) {
        jdbc.sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                          consecutive_failures, last_heartbeat, version)
                        VALUES (:task, 'recurring', :next, :picked, 'uji', :failures, :heard, 1)""")
                .param("task", task)
                .param("next", minutes(nextRun))
                .param("picked", heardOf != null)
                .param("failures", failures)
                .param("heard", heardOf == null ? null : minutes(heardOf))
                .update();
    }

    private static LocalDateTime minutes(int fromNow) {
        return UtcDateTime.of(NOW.plusSeconds(60L * fromNow));
    }
}
