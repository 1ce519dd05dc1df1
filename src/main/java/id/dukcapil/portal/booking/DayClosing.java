package id.dukcapil.portal.booking;

import static java.util.stream.Collectors.groupingBy;

import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** After the day: who had come is completed, who had not has missed it. Runs again harmlessly after a crash. */
@Component
class DayClosing {

    /** A day is over in all of Indonesia when it is over in its westernmost zone. */
    private static final ZoneId LAST_ZONE = ZoneId.of("Asia/Jakarta");

    static final String TASK = "booking-close-past-days";

    private final Bookings bookings;
    private final RecurringWork work;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DayClosing(Bookings bookings, RecurringWork work, ApplicationEventPublisher events, Clock clock) {
        this.bookings = bookings;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    void closePastDays() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), LAST_ZONE);
        work.rows(TASK, "Menutup pemesanan", limit -> bookings.findStillOpenBefore(today, Limit.of(limit)))
                .together(ids -> close(bookings.lockAll(ids).stream()
                        .filter(booking -> booking.status().holdsSeat())
                        .toList()));
    }

    /** Closes bookings of past days inside the caller's transaction, and tells of each day once. */
    void close(List<Booking> open) {
        open.forEach(booking -> booking.closeDay(clock.instant()));
        open.stream()
                .collect(groupingBy(booking -> List.of(booking.office(), booking.date())))
                .values()
                .forEach(day -> events.publishEvent(closed(day)));
    }

    private static BookingEvent.BookingDayClosed closed(List<Booking> day) {
        Booking first = day.getFirst();
        int completed = (int) day.stream()
                .filter(booking -> booking.status() == BookingStatus.COMPLETED)
                .count();
        return new BookingEvent.BookingDayClosed(first.office(), first.date(), completed, day.size() - completed);
    }

    @Bean
    RecurringJob closePastBookingDays() {
        return new RecurringJob(
                TASK,
                "Menutup hari pemesanan yang sudah lewat",
                Rhythm.daily(LocalTime.of(0, 15), LAST_ZONE),
                this::closePastDays);
    }
}
