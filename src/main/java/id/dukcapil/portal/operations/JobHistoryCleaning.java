package id.dukcapil.portal.operations;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import id.dukcapil.portal.common.BackgroundJob;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes old lines out of the history of jobs, in small steps that hold no lock for long. */
@Component
class JobHistoryCleaning {

    static final Duration KEPT = Duration.ofDays(90);

    private static final String TASK = "operations-clean-job-history";
    private static final int STEP = 1_000;
    private static final LocalTime AT = LocalTime.of(3, 10);

    private final JdbcClient jdbc;
    private final Clock clock;

    JobHistoryCleaning(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    int run() {
        LocalDateTime oldest = UtcDateTime.of(clock.instant().minus(KEPT));
        int removed = 0;
        int step;
        do {
            step = jdbc.sql("DELETE FROM operations_job_run WHERE finished_at < ? LIMIT " + STEP)
                    .param(oldest)
                    .update();
            removed += step;
        } while (step == STEP);
        return removed;
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> cleanJobHistory(JobHistoryCleaning cleaning, Organisation organisation) {
            return Tasks.recurring(TASK, Schedules.daily(organisation.timeZone(), AT))
                    .execute((instance, context) -> cleaning.run());
        }

        @Bean
        BackgroundJob cleanJobHistoryJob(Organisation organisation) {
            return new BackgroundJob(
                    TASK,
                    "Membersihkan riwayat pekerjaan",
                    "setiap hari pukul %s %s".formatted(Formats.time(AT), Formats.zone(organisation.timeZone())),
                    true);
        }
    }
}
