package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Snapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Seats left and people waited for, office by office; there are a few dozen of them. Read once a minute at most, however
 * often monitoring asks.
 */
@Component
class QueueMetrics {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final MeterRegistry registry;
    private final OfficeQueues queues;
    private final Snapshot<Map<OfficeCode, OfficeQueue>> latest;
    private final Set<OfficeCode> shown = ConcurrentHashMap.newKeySet();

    QueueMetrics(MeterRegistry registry, OfficeQueues queues, Clock clock) {
        this.registry = registry;
        this.queues = queues;
        this.latest = new Snapshot<>(this::read, KEPT, clock);
    }

    /** The offices of the configuration are entered by then. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        latest.latest();
    }

    /** An office that was opened meanwhile, here or by another process, appears with the next reading. */
    private Map<OfficeCode, OfficeQueue> read() {
        Map<OfficeCode, OfficeQueue> read = queues.read();
        read.keySet().stream().filter(shown::add).forEach(this::show);
        return read;
    }

    private void show(OfficeCode office) {
        gauge("portal.booking.seats.today", "Seats the public can book today", office, OfficeQueue::seatsToday);
        gauge(
                "portal.booking.seats.ahead",
                "Seats the public can book today and later",
                office,
                OfficeQueue::seatsAhead);
        gauge("portal.queue.expected", "People booked for today who have not come yet", office, OfficeQueue::expected);
        gauge("portal.queue.arrived", "People who have come today", office, OfficeQueue::arrived);
    }

    private void gauge(String name, String meaning, OfficeCode office, ToIntFunction<OfficeQueue> figure) {
        Gauge.builder(
                        name,
                        () -> latest.latest()
                                .flatMap(queues -> Optional.ofNullable(queues.get(office)))
                                .map(queue -> (double) figure.applyAsInt(queue))
                                .orElse(Double.NaN))
                .description(meaning)
                .tag("office", office.value())
                .register(registry);
    }
}
