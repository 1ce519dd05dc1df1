package id.dukcapil.portal.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How old the last backup is; infinitely old when there is none, so that the same alert covers both. */
@Component
class BackupMetrics implements MeterBinder {

    private final BackupMarker backup;
    private final Clock clock;

    BackupMetrics(BackupMarker backup, Clock clock) {
        this.backup = backup;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("portal.backup.age", this::age)
                .description("Time since the last backup was complete")
                .baseUnit("seconds")
                .register(registry);
    }

    private double age() {
        return backup.read()
                .map(last -> (double)
                        Duration.between(last.finishedAt(), clock.instant()).toSeconds())
                .orElse(Double.POSITIVE_INFINITY);
    }
}
