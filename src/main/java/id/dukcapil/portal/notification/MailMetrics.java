package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.Snapshot;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Figures of the outbox: how many wait, since when, how many went out and how many failed for good. */
@Component
class MailMetrics {

    private static final int DEPTH_LIMIT = 100_000;
    private static final Duration KEPT = Duration.ofSeconds(10);

    private record Queue(int depth, Optional<Instant> oldest) {}

    private final Counter sent;
    private final Counter failed;
    private final Snapshot<Queue> queue;

    MailMetrics(MeterRegistry registry, Outbox outbox, Clock clock) {
        sent = Counter.builder("portal.mail.sent")
                .description("Mails the server has accepted")
                .register(registry);
        failed = Counter.builder("portal.mail.failed")
                .description("Mails that failed for good")
                .register(registry);
        queue = new Snapshot<>(() -> new Queue(outbox.depth(DEPTH_LIMIT), outbox.oldestWaiting()), KEPT, clock);
        Gauge.builder("portal.mail.queue", () -> orUnknown(Queue::depth))
                .description("Mails that wait or are on their way")
                .register(registry);
        Gauge.builder(
                        "portal.mail.oldest",
                        () -> orUnknown(waiting -> waiting.oldest()
                                .map(since -> (double)
                                        Duration.between(since, clock.instant()).toSeconds())
                                .orElse(0.0)))
                .description("Age of the mail that has waited longest")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Whoever reads the metrics wants the others even if the database is gone. */
    private double orUnknown(ToDoubleFunction<Queue> figure) {
        return queue.latest().map(figure::applyAsDouble).orElse(Double.NaN);
    }

    void delivered(DeliveryRun.Result result) {
        sent.increment(result.accepted());
        failed.increment(result.refused());
    }
}
