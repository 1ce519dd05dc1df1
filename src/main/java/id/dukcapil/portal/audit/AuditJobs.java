package id.dukcapil.portal.audit;

import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.staff.Organisation;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the trail is sealed and verified. */
@Configuration(proxyBeanMethods = false)
class AuditJobs {

    static final String SEAL = "audit-seal";

    @Bean
    RecurringJob sealAuditTrail(Sealer sealer, AuditSettings settings) {
        return new RecurringJob(SEAL, "Menyegel jejak audit", Rhythm.every(settings.sealEvery()), sealer::sealWaiting);
    }

    @Bean
    RecurringJob verifyAuditTrailAtNight(VerificationRuns runs, Organisation organisation) {
        return new RecurringJob(
                "audit-verify-nightly",
                "Memeriksa keutuhan jejak audit",
                Rhythm.daily(LocalTime.of(1, 30), organisation.timeZone()),
                runs::runForThePortal);
    }
}
