package id.dukcapil.portal.booking.demonstration;

import id.dukcapil.portal.booking.BookingAction;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.BookingOrigin;
import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.common.InventedYear;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.population.PersonRow;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.SandboxPeople;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A year of bookings that are over, written in batches past the aggregate: who came, who did not, who cancelled. */
@Component
@Order(51)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.booking.demonstration"})
class PastBookings implements SetUpStep {

    private static final int SEED = 28_2024;
    private static final Map<String, Integer> CAPACITY = Map.of("DINAS", 60, "MPP", 30, "320437", 20);
    private static final int HOUR = 3_600;

    private final OfficeCalendar calendar;
    private final SandboxPeople people;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final ActingSystem acting;
    private final Organisation organisation;
    private final Clock clock;
    private final Random dice = new Random(SEED);
    private final List<Object[]> days = new ArrayList<>();
    private final List<@Nullable Object[]> bookings = new ArrayList<>();
    private final List<@Nullable Object[]> steps = new ArrayList<>();

    PastBookings(
            OfficeCalendar calendar,
            SandboxPeople people,
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionTemplate transaction,
            ActingSystem acting,
            Organisation organisation,
            Clock clock) {
        this.calendar = calendar;
        this.people = people;
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = transaction;
        this.acting = acting;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public void enter() {
        LocalDate today = organisation.today(clock);
        boolean entered = jdbc.sql("SELECT EXISTS (SELECT 1 FROM booking_booking WHERE service_date < ?)")
                .param(today)
                .query(Boolean.class)
                .single();
        if (entered) {
            return;
        }
        acting.with(Set.of(), () -> invent(today));
        transaction.executeWithoutResult(done -> write());
    }

    private void invent(LocalDate today) {
        var year = new InventedYear(today);
        List<PersonRow> holders = people.some(RecordingStatus.CARD_ISSUED, 17, 900);
        CAPACITY.keySet().stream()
                .sorted()
                .forEach(code -> calendar.days(new OfficeCode(code), year.firstDay(), today.minusDays(1)).stream()
                        .filter(OfficeDay::isOpen)
                        .forEach(day -> invent(code, day.date(), year.demand(day.date()), holders)));
    }

    private void invent(String office, LocalDate day, double demand, List<PersonRow> holders) {
        int capacity = CAPACITY.getOrDefault(office, 0);
        int wanted = Math.min(capacity, (int) (capacity * demand * (50 + dice.nextInt(36)) / 100));
        int seats = 0;
        for (int number = 1; number <= wanted; number++) {
            BookingStatus status = outcome();
            seats += status.holdsSeat() ? 1 : 0;
            invent(office, day, number, status, holders.get(dice.nextInt(holders.size())));
        }
        days.add(new Object[] {office, day, capacity, capacity / 10, seats, wanted});
    }

    private BookingStatus outcome() {
        int place = dice.nextInt(100);
        return place < 72
                ? BookingStatus.HANDED_OVER
                : place < 86 ? BookingStatus.COMPLETED : place < 94 ? BookingStatus.MISSED : BookingStatus.CANCELLED;
    }

    private void invent(String office, LocalDate day, int number, BookingStatus status, PersonRow holder) {
        Instant opens = day.atTime(8, 0).atZone(organisation.timeZone()).toInstant();
        Instant booked = opens.minusSeconds((long) HOUR * (20 + dice.nextInt(200)));
        Instant came = opens.plusSeconds(60L * 5 * number + dice.nextInt(240));
        UUID id = TimeOrderedId.at(booked);
        boolean handed = status == BookingStatus.HANDED_OVER;
        bookings.add(new @Nullable Object[] {
            id,
            BookingCode.random(dice).value(),
            office,
            day,
            number,
            holder.nik().value(),
            holder.fullName(),
            "08%010d".formatted(3_400_000L + bookings.size()),
            BookingOrigin.CHANNEL.name(),
            status.name(),
            UtcDateTime.of(booked),
            status.came() ? UtcDateTime.of(came) : null,
            handed ? UtcDateTime.of(came.plusSeconds(420)) : null,
            handed ? UtcDateTime.of(came.plusSeconds(1_500)) : null
        });
        step(id, 0, null, BookingStatus.BOOKED, BookingAction.BOOK, booked);
        if (status == BookingStatus.CANCELLED) {
            step(id, 1, BookingStatus.BOOKED, status, BookingAction.CANCEL, booked.plusSeconds(HOUR));
        } else if (status.came()) {
            step(id, 1, BookingStatus.BOOKED, BookingStatus.CHECKED_IN, BookingAction.CHECK_IN, came);
        }
        if (handed) {
            step(id, 2, BookingStatus.CHECKED_IN, BookingStatus.SERVED, BookingAction.SERVE, came.plusSeconds(420));
            step(id, 3, BookingStatus.SERVED, status, BookingAction.HAND_OVER, came.plusSeconds(1_500));
        } else if (status != BookingStatus.CANCELLED) {
            BookingStatus before = status.came() ? BookingStatus.CHECKED_IN : BookingStatus.BOOKED;
            step(id, status.came() ? 2 : 1, before, status, BookingAction.CLOSE_DAY, opens.plusSeconds(15L * HOUR));
        }
    }

    private void step(
            UUID id, int ordinal, @Nullable BookingStatus from, BookingStatus to, BookingAction action, Instant at) {
        steps.add(new @Nullable Object[] {
            TimeOrderedId.at(at),
            id,
            ordinal,
            from == null ? null : from.name(),
            to.name(),
            action.name(),
            "SYSTEM",
            "Petugas (data contoh)",
            UtcDateTime.of(at)
        });
    }

    private void write() {
        batches.batchUpdate("""
                INSERT IGNORE INTO booking_quota_day
                  (office_code, service_date, capacity, reserved_internal, booked, last_number, follows_rule)
                VALUES (?, ?, ?, ?, ?, ?, FALSE)""", days);
        batches.batchUpdate("""
                INSERT INTO booking_booking (id, code, office_code, service_date, queue_number, nik, full_name, phone, origin, status,
                  created_at, checked_in_at, served_at, handed_over_at, name_differs, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, 0)""", bookings);
        batches.batchUpdate("""
                INSERT INTO booking_transition
                  (id, booking_id, ordinal, from_status, to_status, action, actor_kind, actor_name, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", steps);
    }
}
