package id.dukcapil.portal.audit;

import id.dukcapil.portal.audit.TrailRows.Unsealed;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What an operator should be woken for: rows that nobody seals, and damage. Without a database there is no number. */
@Component
class TrailMetrics implements MeterBinder {

    private final TrailRows rows;
    private final VerificationRuns runs;
    private final Clock clock;

    TrailMetrics(TrailRows rows, VerificationRuns runs, Clock clock) {
        this.rows = rows;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "audit.unsealed.rows", "Rows of the audit trail that wait for their seal", () ->
                (double) rows.unsealed().map(Unsealed::rows).orElse(0L));
        gauge(registry, "audit.unsealed.age", "Seconds since the oldest of them was written", this::unsealedAge);
        gauge(registry, "audit.damages", "Damaged places that the last verification found", () ->
                (double) runs.latestResult().map(VerificationRun::damagesFound).orElse(0));
        gauge(registry, "audit.verification.age", "Seconds since the last verification", this::verificationAge);
    }

    private double unsealedAge() {
        return rows.unsealed()
                .map(unsealed -> seconds(Duration.between(unsealed.since(), clock.instant())))
                .orElse(0.0);
    }

    private double verificationAge() {
        return runs.latestResult()
                .map(run -> seconds(Duration.between(run.requestedAt(), clock.instant())))
                .orElse(Double.NaN);
    }

    private static double seconds(Duration duration) {
        return Math.max(0, duration.toMillis()) / 1_000.0;
    }

    private static void gauge(MeterRegistry registry, String name, String meaning, Supplier<Number> value) {
        Gauge.builder(name, () -> orNothing(value)).description(meaning).register(registry);
    }

    private static Number orNothing(Supplier<Number> value) {
        try {
            return value.get();
        } catch (DataAccessException unreachable) {
            return Double.NaN;
        }
    }
}
