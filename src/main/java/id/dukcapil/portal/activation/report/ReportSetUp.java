package id.dukcapil.portal.activation.report;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import id.dukcapil.portal.common.BackgroundJob;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import id.dukcapil.portal.staff.ActingSystem;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The numbers of reports, and the job that closes days by itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReportSettings.class)
class ReportSetUp {

    static final String TASK = "activation-close-days";
    private static final Duration EVERY = Duration.ofMinutes(10);

    @Bean
    NumberKind activationReports() {
        return new NumberKind("activation-report", new NumberPattern("400.12.2/{n}/LH-IKD/{office}/{year}"), false);
    }

    @Bean
    RecurringTask<Void> closeActivationDays(DailyReports reports, ActingSystem acting) {
        return Tasks.recurring(TASK, Schedules.fixedDelay(EVERY))
                .execute((task, context) ->
                        acting.with(Set.of(Permission.ACTIVATION_READ, Permission.ACTIVATION_SERVE), reports::closeDue));
    }

    @Bean
    BackgroundJob closeActivationDaysJob() {
        return new BackgroundJob(
                TASK,
                "Menutup laporan harian IKD yang belum ditutup petugas",
                "setiap %d menit".formatted(EVERY.toMinutes()),
                true);
    }
}
