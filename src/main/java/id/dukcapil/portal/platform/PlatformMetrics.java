package id.dukcapil.portal.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.stereotype.Component;

/** Figures about the process itself: who waits for the database, and sign-ins that failed. Labels are kinds, never people. */
@Component
class PlatformMetrics implements MeterBinder {

    /** Why a sign-in failed, as far as the outside may know. */
    private enum Failure {
        CREDENTIALS,
        ACCOUNT,
        OTHER
    }

    private final DataSource dataSource;
    private final Map<Failure, Counter> failures = new EnumMap<>(Failure.class);

    PlatformMetrics(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        if (dataSource instanceof PoolGate gate) {
            Gauge.builder("portal.database.waiting", gate, PoolGate::waiting)
                    .description("Callers that wait for a database connection")
                    .register(registry);
            FunctionCounter.builder("portal.database.turned.away", gate, PoolGate::turnedAway)
                    .description("Callers that have waited too long for a database connection")
                    .register(registry);
        }
        for (Failure failure : Failure.values()) {
            failures.put(
                    failure,
                    Counter.builder("portal.sign.in.failures")
                            .description("Sign-ins that failed")
                            .tag("kind", failure.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        Counter counter = failures.get(
                switch (event.getException()) {
                    case BadCredentialsException wrong -> Failure.CREDENTIALS;
                    case AccountStatusException closed -> Failure.ACCOUNT;
                    default -> Failure.OTHER;
                });
        if (counter != null) {
            counter.increment();
        }
    }
}
