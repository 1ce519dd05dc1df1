package id.dukcapil.portal.booking;

import static java.util.stream.Collectors.groupingBy;

import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reminds everybody who is to come tomorrow, from a set hour on in the time of their office. The letter is promised in
 * the transaction that writes down that it was, so nobody gets two and a crash loses none; a portal that was away at that
 * hour catches up until midnight. Who booked today, or was moved today, has just been written to.
 */
@Component
class Reminders {

    static final String TASK = "booking-remind-of-tomorrow";
    private static final Duration EVERY = Duration.ofMinutes(15);

    private static final String DUE = """
            SELECT b.id FROM booking_booking b
            WHERE b.service_date = :tomorrow AND b.office_code IN (:offices) AND b.status = 'BOOKED'
              AND b.email IS NOT NULL AND b.created_at < :today
              AND NOT EXISTS (SELECT 1 FROM booking_reminder r WHERE r.booking_id = b.id)
            ORDER BY b.office_code, b.queue_number LIMIT :limit""";

    private final Bookings bookings;
    private final BookingMails mails;
    private final Offices offices;
    private final OfficeCalendar officeCalendar;
    private final BookingSettings settings;
    private final JdbcClient jdbc;
    private final RecurringWork work;
    private final ActingSystem acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(
            Bookings bookings,
            BookingMails mails,
            Offices offices,
            OfficeCalendar officeCalendar,
            BookingSettings settings,
            JdbcClient jdbc,
            RecurringWork work,
            ActingSystem acting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bookings = bookings;
        this.mails = mails;
        this.offices = offices;
        this.officeCalendar = officeCalendar;
        this.settings = settings;
        this.jdbc = jdbc;
        this.work = work;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    void run() {
        acting.with(
                Set.of(),
                () -> offices.all().stream()
                        .collect(groupingBy(Office::timeZone))
                        .forEach(this::remind));
    }

    private void remind(ZoneId zone, List<Office> places) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), zone);
        if (now.toLocalTime().isBefore(settings.remindAt())) {
            return;
        }
        // Whoever is to come to a closed door is not told to come
        List<Office> serving = places.stream()
                .filter(office -> officeCalendar
                        .day(office.code(), now.toLocalDate().plusDays(1))
                        .isOpen())
                .toList();
        if (serving.isEmpty()) {
            return;
        }
        work.rows(TASK, "Mengingatkan pemohon", limit -> due(serving, now, limit))
                .each(id -> remind(id, serving, now.toLocalDate().plusDays(1)));
    }

    private List<UUID> due(List<Office> places, LocalDateTime now, int limit) {
        ZoneId zone = places.getFirst().timeZone();
        return jdbc.sql(DUE)
                .param("tomorrow", now.toLocalDate().plusDays(1))
                .param(
                        "offices",
                        places.stream().map(place -> place.code().value()).toList())
                .param(
                        "today",
                        UtcDateTime.of(now.toLocalDate().atStartOfDay(zone).toInstant()))
                .param("limit", limit)
                .query(OneColumn.ID)
                .list();
    }

    /** Who is being cancelled or moved at this moment is passed over, and looked at again by the next run. */
    private void remind(UUID id, List<Office> places, LocalDate tomorrow) {
        bookings.lockUnlessLocked(List.of(id)).stream()
                .filter(booking -> booking.status() == BookingStatus.BOOKED
                        && booking.date().equals(tomorrow))
                .filter(booking -> isFirst(id))
                .forEach(booking -> remind(booking, places));
    }

    private void remind(Booking booking, List<Office> places) {
        Office place = places.stream()
                .filter(office -> office.code().equals(booking.office()))
                .findFirst()
                .orElseThrow();
        events.publishEvent(mails.remind(booking.seat(), place));
    }

    /** Another run that was committed since the list was read has written the same row. */
    private boolean isFirst(UUID booking) {
        return jdbc.sql("INSERT IGNORE INTO booking_reminder (booking_id, at) VALUES (:booking, :now)")
                        .param("booking", booking)
                        .param("now", UtcDateTime.of(clock.instant()))
                        .update()
                == 1;
    }

    @Bean
    RecurringJob remindOfTomorrow() {
        return new RecurringJob(
                TASK,
                "Mengingatkan pemohon yang datang besok",
                Rhythm.every(EVERY).with("mulai pukul %s waktu kantor".formatted(Formats.time(settings.remindAt()))),
                this::run);
    }
}
