package id.dukcapil.portal.sla.archive;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Organisation;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The numbers of papers, and the job that makes them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaperSettings.class)
class PaperSetUp {

    private static final Duration EVERY = Duration.ofMinutes(10);

    /** After the times of closed cases have been worked out anew. */
    static final LocalTime NIGHT = LocalTime.of(4, 0);

    @Bean
    NumberKind periodicPapers() {
        return new NumberKind("periodic-paper", new NumberPattern("400.12.2/{n}/LAP/{office}/{year}"), false);
    }

    @Bean
    RecurringJob makeDaySummaries(DaySummaries summaries, ActingSystem acting) {
        return new RecurringJob(
                "sla-day-summaries",
                "Membuat ringkasan harian kantor dan dinas",
                Rhythm.every(EVERY),
                () -> acting.with(Set.of(), summaries::makeDue));
    }

    @Bean
    RecurringJob makePerformancePapers(PerformancePapers papers, ActingSystem acting, Organisation organisation) {
        return new RecurringJob(
                "sla-performance-papers",
                "Membuat laporan kinerja mingguan dan bulanan, dan edisi baru bila angkanya berubah",
                Rhythm.daily(NIGHT, organisation.timeZone()),
                () -> acting.with(Set.of(Permission.STANDARD_READ), papers::makeDue));
    }
}
