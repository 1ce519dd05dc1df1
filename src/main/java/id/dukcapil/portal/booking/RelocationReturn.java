package id.dukcapil.portal.booking;

import static java.util.function.Function.identity;

import id.dukcapil.portal.booking.QuotaRows.Row;
import id.dukcapil.portal.booking.RelocationRecords.Day;
import id.dukcapil.portal.booking.RelocationRecords.Moved;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes a relocation back inside the caller's transaction, which holds it; locks as {@link RelocationRun} does. */
@Component
class RelocationReturn {

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

    RelocationReturn(
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

    void takeBack(Relocation relocation, String why) {
        if (relocation.isTakenBack()) {
            throw new ChangedMeanwhile("Pemindahan ini sudah dibatalkan oleh %s.".formatted(relocation.takenBackBy()));
        }
        List<Moved> moved = records.moved(relocation.id());
        Map<UUID, Booking> now = lock(moved);
        requireNobodyServed(now);
        List<Day> days = records.days(relocation.id());
        lockDays(relocation, days, now);
        days.forEach(day -> restore(relocation, day));
        bringBack(relocation, moved, now, why);
        StaffMember member = staff.require();
        records.takeBack(relocation.id(), member.fullName(), clock.instant(), why);
        events.publishEvent(AuditEvent.of(RelocationRun.RECORD, relocation.id().toString(), "Dibatalkan")
                .at(relocation.office())
                .because(why));
    }

    /** Who was moved, and with which booking they are waiting now. */
    private Map<UUID, Booking> lock(List<Moved> moved) {
        if (moved.isEmpty()) {
            return Map.of();
        }
        List<UUID> ids = moved.stream()
                .flatMap(one -> Stream.of(one.booking(), one.successor()))
                .toList();
        return bookings.lockAll(ids).stream()
                .collect(Collectors.toMap(booking -> booking.seat().id().value(), identity()));
    }

    private static void requireNobodyServed(Map<UUID, Booking> now) {
        long served = now.values().stream()
                .filter(booking -> booking.status().holdsSeat() && booking.status() != BookingStatus.BOOKED)
                .count();
        if (served > 0) {
            throw new InvalidInput(
                    "reason",
                    "%d orang sudah dilayani atau harinya sudah lewat; pemindahan tidak dapat dibatalkan lagi."
                            .formatted(served));
        }
    }

    private void lockDays(Relocation relocation, List<Day> days, Map<UUID, Booking> now) {
        var dates = new TreeSet<LocalDate>();
        days.forEach(day -> dates.add(day.date()));
        now.values().forEach(booking -> dates.add(booking.date()));
        List<WeekdayRule> rules = rows.rules(relocation.office());
        dates.forEach(date -> rows.lock(relocation.office(), date, QuotaCalendar.ruleFor(rules, date)));
    }

    /** A day that somebody has changed since keeps what it has become; whether there is room shows when they come back. */
    private void restore(Relocation relocation, Day day) {
        Row now = rows.find(relocation.office(), day.date()).orElseThrow();
        boolean untouched = now.quota().equals(day.after()) && Objects.equals(now.closure(), day.closure());
        if (!untouched || !day.changed()) {
            return;
        }
        var former = new Row(
                now.office(),
                now.date(),
                day.before(),
                now.booked(),
                now.bookedInternal(),
                day.followedRule(),
                null,
                now.changedBy(),
                now.changedAt(),
                now.version());
        writing.write(new QuotaPlan(now, former, null), "Pemindahan dibatalkan");
    }

    private void bringBack(Relocation relocation, List<Moved> moved, Map<UUID, Booking> now, String why) {
        Office office = offices.find(relocation.office()).orElseThrow();
        ActedBy by = reach.now();
        var open = new HashMap<LocalDate, Boolean>();
        for (Moved one : moved) {
            Booking successor = now.get(one.successor());
            Booking before = now.get(one.booking());
            // Who cancelled or chose another day since has decided otherwise
            if (successor == null || before == null || successor.status() != BookingStatus.BOOKED) {
                continue;
            }
            LocalDate date = before.date();
            open.computeIfAbsent(date, day -> requireOpen(office, day));
            Booking back = admission
                    .move(successor, office, date, by, "Pemindahan dibatalkan: " + why)
                    .orElseThrow(() -> noRoom(date));
            records.enterReturn(relocation.id(), one.ordinal(), back.seat().id().value());
        }
    }

    private boolean requireOpen(Office office, LocalDate day) {
        refusals.ofService(office, day).ifPresent(refusal -> {
            throw new InvalidInput("reason", refusal.message());
        });
        return true;
    }

    private static InvalidInput noRoom(LocalDate date) {
        return new InvalidInput(
                "reason", "%s tidak lagi cukup untuk semua yang kembali.".formatted(Formats.date(date)));
    }
}
