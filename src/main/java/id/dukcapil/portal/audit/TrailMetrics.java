package id.dukcapil.portal.audit;

import id.dukcapil.portal.audit.TrailRows.Unsealed;
import id.dukcapil.portal.common.Snapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What an operator should be woken for: rows that nobody seals, and damage. Without a database there is no number. */
@Component
class TrailMetrics implements MeterBinder {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private record State(Optional<Unsealed> unsealed, Optional<VerificationRun> verified) {}

    private final Snapshot<State> state;
    private final Clock clock;

    TrailMetrics(TrailRows rows, VerificationRuns runs, Clock clock) {
        this.state = new Snapshot<>(() -> new State(rows.unsealed(), runs.latestResult()), KEPT, clock);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("portal.audit.unsealed.rows", "Rows of the audit trail that wait for their seal", now ->
                        (double) now.unsealed().map(Unsealed::rows).orElse(0L))
                .register(registry);
        gauge(
                        "portal.audit.unsealed.age",
                        "Time since the oldest of them was written",
                        now -> now.unsealed()
                                .map(unsealed -> age(unsealed.since()))
                                .orElse(0.0))
                .baseUnit("seconds")
                .register(registry);
        gauge("portal.audit.damages", "Damaged places that the last verification found", now -> (double)
                        now.verified().map(VerificationRun::damagesFound).orElse(0))
                .register(registry);
        gauge(
                        "portal.audit.verification.age",
                        "Time since the last verification that came to an end",
                        now -> now.verified().map(run -> age(run.requestedAt())).orElse(Double.NaN))
                .baseUnit("seconds")
                .register(registry);
    }

    private Gauge.Builder<?> gauge(String name, String meaning, ToDoubleFunction<State> figure) {
        return Gauge.builder(
                        name, () -> state.latest().map(figure::applyAsDouble).orElse(Double.NaN))
                .description(meaning);
    }

    private double age(Instant since) {
        return Math.max(0, Duration.between(since, clock.instant()).toMillis()) / 1_000.0;
    }
}
