package id.dukcapil.portal.activation.report;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.Rhythm;
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
    RecurringJob closeActivationDays(DailyReports reports, ActingSystem acting) {
        return new RecurringJob(
                TASK,
                "Menutup laporan harian IKD yang belum ditutup petugas",
                Rhythm.every(EVERY),
                () -> acting.with(Set.of(Permission.ACTIVATION_READ, Permission.ACTIVATION_SERVE), reports::closeDue));
    }
}
