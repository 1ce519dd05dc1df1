package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Releases, at the set hour of each office, the seats of people who booked beforehand and have not come, so that the
 * reception can give them to those in the room. Running again releases nothing twice.
 */
@Component
class NoShows {

    static final String TASK = "booking-release-seats";
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Bookings bookings;
    private final Offices offices;
    private final BookingWindows windows;
    private final RecurringWork work;
    private final ActingSystem acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoShows(
            Bookings bookings,
            Offices offices,
            BookingWindows windows,
            RecurringWork work,
            ActingSystem acting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bookings = bookings;
        this.offices = offices;
        this.windows = windows;
        this.work = work;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    void release() {
        acting.with(Set.of(), () -> {
            List<Office> all = offices.all();
            Map<OfficeCode, LocalTime> hours =
                    windows.releaseHours(all.stream().map(Office::code).toList());
            all.stream()
                    .filter(office -> isTime(office, hours.get(office.code())))
                    .forEach(this::release);
        });
    }

    private boolean isTime(Office office, @Nullable LocalTime hour) {
        return hour != null && !now(office).toLocalTime().isBefore(hour);
    }

    /** A booking made today is expected in the course of the day, and is not hurried. */
    private void release(Office office) {
        LocalDate today = now(office).toLocalDate();
        Instant midnight = today.atStartOfDay(office.timeZone()).toInstant();
        String code = office.code().value();
        work.rows(
                        TASK,
                        "Melepas kursi di " + code,
                        limit -> bookings.findNotCome(code, today, midnight, Limit.of(limit)))
                .together(ids -> release(office.code(), today, ids));
    }

    private void release(OfficeCode office, LocalDate today, List<UUID> ids) {
        List<Booking> absent = bookings.lockUnlessLocked(ids).stream()
                .filter(Booking::isAwaited)
                .toList();
        if (!absent.isEmpty()) {
            absent.forEach(booking -> booking.release(clock.instant()));
            bookings.flush();
            events.publishEvent(new BookingEvent.BookingSeatsReleased(office, today, absent.size()));
        }
    }

    private LocalDateTime now(Office office) {
        return LocalDateTime.ofInstant(clock.instant(), office.timeZone());
    }

    @Bean
    RecurringJob releaseSeats() {
        return new RecurringJob(
                TASK,
                "Melepas kursi pemesan yang belum hadir pada jam yang ditetapkan kantor",
                Rhythm.every(EVERY),
                this::release);
    }
}
