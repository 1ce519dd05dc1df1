package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Booking.Holder;
import id.dukcapil.portal.booking.Booking.RequestMark;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.population.PersonRow;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.SandboxPeople;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bookings of invented people for the coming days, so that a newcomer sees a calendar in use: a full day, a nearly full
 * one, and others that fill up. Entered once, into an empty table, all or nothing.
 */
@Component
@Order(50)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.booking.demonstration"})
class DemonstrationBookings implements SetUpStep {

    /** Percent of the seats taken on the next service days, per office. */
    private static final Map<String, int[]> FILLED = Map.of(
            "DINAS", new int[] {62, 100, 94, 71, 48, 33, 21, 12, 6},
            "MPP", new int[] {40, 55, 35, 20, 10},
            "320437", new int[] {60, 35, 15});

    private static final int FULL = 100;
    private static final int ONE_IN_STAFF = 12;
    private static final int ONE_IN_CANCELLED = 25;

    private final QuotaCalendar calendar;
    private final Admission admission;
    private final Offices offices;
    private final SandboxPeople people;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ActingSystem system;
    private final Organisation organisation;
    private final Clock clock;

    DemonstrationBookings(
            QuotaCalendar calendar,
            Admission admission,
            Offices offices,
            SandboxPeople people,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ActingSystem system,
            Organisation organisation,
            Clock clock) {
        this.calendar = calendar;
        this.admission = admission;
        this.offices = offices;
        this.people = people;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.system = system;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public void enter() {
        boolean used = jdbc.sql("SELECT EXISTS (SELECT 1 FROM booking_booking)")
                .query((row, number) -> row.getBoolean(1))
                .single();
        if (!used) {
            system.with(Set.of(Permission.QUOTA_READ), () -> transaction.executeWithoutResult(status -> book()));
        }
    }

    private void book() {
        LocalDate today = organisation.today(clock);
        Deque<PersonRow> waiting = new ArrayDeque<>(people.others(RecordingStatus.PRINT_READY_RECORD, 20, 900));
        FILLED.forEach((code, percents) -> {
            Office office = offices.find(new OfficeCode(code)).orElseThrow();
            List<QuotaDay> days = openDays(office.code(), today, percents.length);
            for (int i = 0; i < days.size(); i++) {
                fill(office, days.get(i), percents[i], waiting);
            }
        });
    }

    private List<QuotaDay> openDays(OfficeCode office, LocalDate today, int count) {
        return calendar.days(office, today, today.plusDays(28)).stream()
                .filter(day -> day.state() == QuotaState.OPEN)
                .limit(count)
                .toList();
    }

    private void fill(Office office, QuotaDay day, int percent, Deque<PersonRow> waiting) {
        int publicSeats = day.quota().capacity() - day.quota().reserved();
        int wanted = publicSeats * percent / 100;
        var made = new ArrayList<Booking>();
        for (int i = 0; i < wanted && !waiting.isEmpty(); i++) {
            BookingOrigin origin =
                    percent < FULL && i % ONE_IN_STAFF == 5 ? BookingOrigin.PHONE : BookingOrigin.CHANNEL;
            admission
                    .admit(
                            office,
                            day.date(),
                            holder(waiting.pop(), i),
                            new RequestMark(origin, null, null),
                            actor(origin))
                    .ifPresent(made::add);
        }
        if (percent < FULL) {
            for (int i = ONE_IN_CANCELLED - 1; i < made.size(); i += ONE_IN_CANCELLED) {
                admission.cancel(made.get(i), actor(BookingOrigin.CHANNEL), "Dibatalkan pemohon melalui aplikasi");
            }
        }
    }

    private static Holder holder(PersonRow person, int i) {
        return new Holder(
                person.nik(),
                person.fullName(),
                "pemohon%d@contoh.id".formatted(i),
                "08%010d".formatted(1200000L + i),
                false);
    }

    private ActedBy actor(BookingOrigin origin) {
        String name = origin == BookingOrigin.CHANNEL ? "Aplikasi BDS (data contoh)" : "Petugas (data contoh)";
        return new ActedBy(new Actor(Actor.Kind.SYSTEM, null, name), "", clock.instant());
    }
}
