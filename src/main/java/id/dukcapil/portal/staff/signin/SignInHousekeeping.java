package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.Rhythm;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clears away old attempts and sessions that nobody came back to. */
@Configuration(proxyBeanMethods = false)
class SignInHousekeeping {

    @Bean
    RecurringJob clearSignIns(SignInThrottle throttle, SessionRecords sessions) {
        return new RecurringJob(
                "sign-in-housekeeping",
                "Merapikan sesi yang ditinggalkan dan catatan percobaan masuk",
                Rhythm.every(Duration.ofMinutes(10)),
                () -> {
                    throttle.clear();
                    sessions.clear();
                });
    }
}
