package id.dukcapil.portal.operations;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes old lines out of the history of jobs. */
@Component
class JobHistoryCleaning {

    static final Duration KEPT = Duration.ofDays(90);

    private final EndedRows lines;
    private final Clock clock;

    JobHistoryCleaning(JdbcClient jdbc, Clock clock) {
        lines = EndedRows.of(jdbc, "operations_job_run", "finished_at < :moment", "finished_at");
        this.clock = clock;
    }

    void run() {
        lines.delete().removeAllEndedBefore(clock.instant().minus(KEPT));
    }

    @Bean
    RecurringJob cleanJobHistory(Organisation organisation) {
        return new RecurringJob(
                "operations-clean-job-history",
                "Membersihkan riwayat pekerjaan",
                Rhythm.daily(LocalTime.of(3, 10), organisation.timeZone()),
                this::run);
    }
}
