package id.dukcapil.portal.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Figures of the outbox: how many wait, since when, how many went out and how many failed for good. */
@Component
class MailMetrics {

    private static final int DEPTH_LIMIT = 100_000;

    private final Counter sent;
    private final Counter failed;

    MailMetrics(MeterRegistry registry, Outbox outbox, Clock clock) {
        sent = Counter.builder("portal.mail.sent")
                .description("Mails the server has accepted")
                .register(registry);
        failed = Counter.builder("portal.mail.failed")
                .description("Mails that failed for good")
                .register(registry);
        Gauge.builder("portal.mail.queue", () -> orUnknown(() -> outbox.depth(DEPTH_LIMIT)))
                .description("Mails that wait or are on their way")
                .register(registry);
        Gauge.builder(
                        "portal.mail.oldest",
                        () -> orUnknown(() -> outbox.oldestWaiting()
                                .map(since ->
                                        Duration.between(since, clock.instant()).toSeconds())
                                .orElse(0L)))
                .description("Age of the mail that has waited longest")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Whoever reads the metrics wants the others even if the database is gone. */
    private static double orUnknown(Supplier<Number> figure) {
        try {
            return figure.get().doubleValue();
        } catch (DataAccessException gone) {
            return Double.NaN;
        }
    }

    void delivered(DeliveryRun.Result result) {
        sent.increment(result.accepted());
        failed.increment(result.refused());
    }
}
