package id.dukcapil.portal.audit;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import id.dukcapil.portal.common.BackgroundJob;
import id.dukcapil.portal.staff.Organisation;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the trail is sealed and verified. */
@Configuration(proxyBeanMethods = false)
class AuditJobs {

    static final String SEAL = "audit-seal";
    static final String VERIFY_NIGHTLY = "audit-verify-nightly";
    static final TaskDescriptor<String> VERIFY_NOW = TaskDescriptor.of("audit-verify-now", String.class);

    private static final LocalTime AT_NIGHT = LocalTime.of(1, 30);

    @Bean
    RecurringTask<Void> sealAuditTrail(Sealer sealer, AuditSettings settings) {
        return Tasks.recurring(SEAL, Schedules.fixedDelay(settings.sealEvery()))
                .execute((task, context) -> sealer.sealWaiting());
    }

    @Bean
    RecurringTask<Void> verifyAuditTrailAtNight(VerificationRuns runs, Organisation organisation) {
        return Tasks.recurring(VERIFY_NIGHTLY, Schedules.daily(organisation.timeZone(), AT_NIGHT))
                .execute((task, context) -> runs.runForThePortal());
    }

    @Bean
    OneTimeTask<String> verifyAuditTrailNow(VerificationRuns runs) {
        return Tasks.oneTime(VERIFY_NOW).execute((task, context) -> runs.run(UUID.fromString(task.getData())));
    }

    @Bean
    BackgroundJob sealAuditTrailJob(AuditSettings settings) {
        return new BackgroundJob(
                SEAL,
                "Menyegel jejak audit",
                "setiap %d detik".formatted(settings.sealEvery().toSeconds()),
                true);
    }

    @Bean
    BackgroundJob verifyAuditTrailJob() {
        return new BackgroundJob(VERIFY_NIGHTLY, "Memeriksa keutuhan jejak audit", "setiap hari pukul 01.30", true);
    }

    @Bean
    BackgroundJob verifyAuditTrailNowJob() {
        return new BackgroundJob(
                VERIFY_NOW.getTaskName(),
                "Memeriksa keutuhan jejak audit atas permintaan",
                "bila diminta di Jejak audit",
                false);
    }
}
