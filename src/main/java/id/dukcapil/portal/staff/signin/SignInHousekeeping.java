package id.dukcapil.portal.staff.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.dukcapil.portal.common.BackgroundJob;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clears away old attempts and sessions that nobody came back to. */
@Configuration(proxyBeanMethods = false)
class SignInHousekeeping {

    private static final String TASK = "sign-in-housekeeping";

    @Bean
    RecurringTask<Void> signInHousekeepingTask(SignInThrottle throttle, SessionRecords sessions) {
        return Tasks.recurring(TASK, FixedDelay.of(Duration.ofMinutes(10))).execute((instance, context) -> {
            throttle.clear();
            sessions.clear();
        });
    }

    @Bean
    BackgroundJob signInHousekeepingJob() {
        return new BackgroundJob(
                TASK, "Merapikan sesi yang ditinggalkan dan catatan percobaan masuk", "setiap 10 menit", true);
    }
}
