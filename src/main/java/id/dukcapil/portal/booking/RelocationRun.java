package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.QuotaRows.Row;
import id.dukcapil.portal.booking.RelocationPlan.Passenger;
import id.dukcapil.portal.booking.RelocationRecords.Moved;
import id.dukcapil.portal.booking.RelocationWish.DayCut;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Carries out a plan inside the caller's transaction. Bookings are locked before days, and days by date, as every other
 * move does, so that nobody deadlocks who moves or cancels a booking of his own at the same time.
 */
@Component
class RelocationRun {

    static final String RECORD = "Pemindahan pemesanan";

    private final Bookings bookings;
    private final Admission admission;
    private final QuotaRows rows;
    private final QuotaWriting writing;
    private final Refusals refusals;
    private final RelocationRecords records;
    private final Offices offices;
    private final CurrentStaff staff;
    private final BookingReach reach;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RelocationRun(
            Bookings bookings,
            Admission admission,
            QuotaRows rows,
            QuotaWriting writing,
            Refusals refusals,
            RelocationRecords records,
            Offices offices,
            CurrentStaff staff,
            BookingReach reach,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bookings = bookings;
        this.admission = admission;
        this.rows = rows;
        this.writing = writing;
        this.refusals = refusals;
        this.records = records;
        this.offices = offices;
        this.staff = staff;
        this.reach = reach;
        this.events = events;
        this.clock = clock;
    }

    Relocation apply(RelocationWish wish, RelocationPlan plan, UUID token) {
        Office office = offices.find(wish.office()).orElseThrow();
        Map<UUID, Booking> locked = lock(plan.moving().stream()
                .map(passenger -> passenger.person().id().value())
                .toList());
        Map<LocalDate, Row> before = lockDays(wish, plan);
        requireOpen(office, plan);
        List<Moved> moved = move(plan, office, wish.reason(), locked);
        if (moved.isEmpty() && !plan.moving().isEmpty()) {
            throw new ChangedMeanwhile("Semua pemesanan itu sudah pindah atau dibatalkan.");
        }
        StaffMember member = staff.require();
        Instant now = clock.instant();
        var relocation = new Relocation(
                new RelocationId(TimeOrderedId.at(now)),
                wish.office(),
                wish.reason(),
                moved.size(),
                member.fullName(),
                now,
                null,
                null,
                null);
        records.enter(relocation, token, member.id().value());
        wish.days()
                .forEach(day -> change(
                        relocation,
                        day,
                        Optional.ofNullable(before.get(day.date())).orElseThrow()));
        enterPeople(relocation, plan, moved);
        events.publishEvent(told(relocation, wish));
        return relocation;
    }

    private Map<UUID, Booking> lock(List<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : bookings.lockAll(ids).stream()
                        .collect(Collectors.toMap(booking -> booking.seat().id().value(), Function.identity()));
    }

    /** In the order of their key; the days that lose seats, too, so that nobody books them any more. */
    private Map<LocalDate, Row> lockDays(RelocationWish wish, RelocationPlan plan) {
        var dates = new TreeSet<>(wish.dates());
        plan.moving().forEach(passenger -> Optional.ofNullable(passenger.to()).ifPresent(dates::add));
        List<WeekdayRule> rules = rows.rules(wish.office());
        var days = new TreeMap<LocalDate, Row>();
        dates.forEach(date -> days.put(date, rows.lock(wish.office(), date, QuotaCalendar.ruleFor(rules, date))));
        return days;
    }

    /** A holiday can have appeared on the new day, too. */
    private void requireOpen(Office office, RelocationPlan plan) {
        plan.moving().stream()
                .map(Passenger::to)
                .flatMap(to -> Optional.ofNullable(to).stream())
                .distinct()
                .forEach(to -> refusals.ofService(office, to).ifPresent(refusal -> {
                    throw new ChangedMeanwhile(refusal.message() + " Susun ulang rencananya.");
                }));
    }

    /** Whoever has cancelled or moved since the plan was made has left by themselves. */
    private List<Moved> move(RelocationPlan plan, Office office, String reason, Map<UUID, Booking> locked) {
        ActedBy by = reach.now();
        var moved = new ArrayList<Moved>();
        for (Passenger passenger : plan.moving()) {
            Booking booking = locked.get(passenger.person().id().value());
            if (booking == null || !booking.status().holdsSeat()) {
                continue;
            }
            if (booking.status() != BookingStatus.BOOKED) {
                throw new ChangedMeanwhile(
                        "Pemegang tiket %s sudah hadir. Susun ulang rencananya.".formatted(booking.code()));
            }
            LocalDate to = Optional.ofNullable(passenger.to()).orElseThrow();
            Booking successor = admission
                    .move(booking, office, to, by, reason)
                    .orElseThrow(() -> new ChangedMeanwhile(
                            "%s tidak lagi cukup untuk semua. Susun ulang rencananya.".formatted(Formats.date(to))));
            moved.add(new Moved(
                    moved.size() + 1,
                    booking.seat().id().value(),
                    successor.seat().id().value()));
        }
        return moved;
    }

    private void change(Relocation relocation, DayCut day, Row before) {
        QuotaEdit.Change change = day.change();
        if (change != null) {
            requireRoom(relocation.office(), day);
            writing.change(relocation.office(), day.date(), day.version(), change);
        }
        Row after = rows.find(relocation.office(), day.date()).orElse(before);
        records.enterDay(relocation.id(), before, after);
    }

    /** Who booked between plan and act has no place in it. */
    private void requireRoom(OfficeCode office, DayCut day) {
        int left = rows.find(office, day.date()).map(Row::booked).orElse(0);
        if (left > day.seats()) {
            throw new ChangedMeanwhile(
                    "Ada pemesanan baru pada %s. Susun ulang rencananya.".formatted(Formats.date(day.date())));
        }
    }

    private void enterPeople(Relocation relocation, RelocationPlan plan, List<Moved> moved) {
        Map<UUID, Boolean> priority = plan.people().stream()
                .map(Passenger::person)
                .collect(Collectors.toMap(person -> person.id().value(), RelocationPlan.Person::priority));
        moved.forEach(one -> records.enterPerson(relocation.id(), one, priority.getOrDefault(one.booking(), false)));
    }

    private static AuditEvent told(Relocation relocation, RelocationWish wish) {
        String days = wish.days().stream().map(day -> day.date().toString()).collect(Collectors.joining(", "));
        return AuditEvent.of(RECORD, relocation.id().toString(), "Diterapkan")
                .at(relocation.office())
                .changing("Hari", null, days.length() <= 200 ? days : days.substring(0, 199) + "…")
                .changing("Orang", null, relocation.people())
                .because(relocation.reason());
    }
}
