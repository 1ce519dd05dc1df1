package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.BookingEvent.BookingCancelled;
import id.dukcapil.portal.booking.BookingEvent.BookingCheckedIn;
import id.dukcapil.portal.booking.BookingEvent.BookingDayClosed;
import id.dukcapil.portal.booking.BookingEvent.BookingHandedOver;
import id.dukcapil.portal.booking.BookingEvent.BookingMade;
import id.dukcapil.portal.booking.BookingEvent.BookingMoved;
import id.dukcapil.portal.booking.BookingEvent.BookingReplaced;
import id.dukcapil.portal.booking.BookingEvent.BookingSeatsReleased;
import id.dukcapil.portal.booking.BookingEvent.BookingServed;
import id.dukcapil.portal.common.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Counts what is done with bookings and what is refused, once it is committed: what was rolled back has not happened. Every
 * label has a handful of values, and none of them is about a person.
 */
@Component
class BookingMetrics {

    private static final String MADE = "portal.bookings.made";
    private static final String CHANGED = "portal.bookings.changed";
    private static final String WAITING = "portal.bookings.waiting";
    private static final String REFUSED = "portal.bookings.refused";

    private final MeterRegistry registry;
    private final AfterCommit<BookingEvent> done = new AfterCommit<>(events -> events.forEach(this::count));
    private final AfterCommit<BookingRefused> refusals = new AfterCommit<>(events -> events.forEach(this::count));

    BookingMetrics(MeterRegistry registry, SeatAllocator allocator) {
        this.registry = registry;
        Gauge.builder(WAITING, allocator, SeatAllocator::waiting)
                .description("Requests for a seat that wait for their answer in this process")
                .register(registry);
        // At zero from the beginning, so that the first of a kind is an increase
        for (BookingOrigin origin : BookingOrigin.values()) {
            made(origin);
            Arrays.stream(Refusal.Kind.values()).forEach(reason -> refused(reason, origin));
        }
        Arrays.stream(BookingStatus.values())
                .filter(status -> status != BookingStatus.BOOKED)
                .forEach(this::changed);
    }

    @EventListener
    void on(BookingEvent event) {
        done.add(event);
    }

    @EventListener
    void on(BookingRefused refusal) {
        refusals.add(refusal);
    }

    private void count(BookingEvent event) {
        switch (event) {
            case BookingMade booking -> made(booking.origin()).increment();
            case BookingMoved ignored -> changed(BookingStatus.MOVED).increment();
            case BookingCancelled ignored -> changed(BookingStatus.CANCELLED).increment();
            case BookingCheckedIn ignored -> changed(BookingStatus.CHECKED_IN).increment();
            case BookingServed ignored -> changed(BookingStatus.SERVED).increment();
            case BookingHandedOver ignored -> changed(BookingStatus.HANDED_OVER).increment();
            case BookingReplaced ignored -> changed(BookingStatus.REPLACED).increment();
            case BookingSeatsReleased ignored -> {
                // The bookings go on; what becomes of each is counted then
            }
            case BookingDayClosed day -> {
                changed(BookingStatus.COMPLETED).increment(day.completed());
                changed(BookingStatus.MISSED).increment(day.missed());
            }
        }
    }

    private void count(BookingRefused refusal) {
        refused(refusal.reason(), refusal.origin()).increment();
    }

    private Counter made(BookingOrigin origin) {
        return Counter.builder(MADE)
                .description("Seats given to somebody who had none")
                .tag("origin", label(origin))
                .register(registry);
    }

    private Counter changed(BookingStatus to) {
        return Counter.builder(CHANGED)
                .description("Bookings that have become something else")
                .tag("to", label(to))
                .register(registry);
    }

    private Counter refused(Refusal.Kind reason, BookingOrigin origin) {
        return Counter.builder(REFUSED)
                .description("Requests for a seat that were answered with a refusal")
                .tag("reason", label(reason))
                .tag("origin", label(origin))
                .register(registry);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
