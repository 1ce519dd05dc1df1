package id.dukcapil.portal.cards.closing;

import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.shipment.Count;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Closes the day of an office. What was counted is kept before anybody sees what is expected; a difference needs the count
 * of another person and a reason. The count fixes the line of the ledger up to which it goes, so that printing goes on
 * while it is closed: what comes later belongs to the next day.
 */
@Service
@PreAuthorize("hasAuthority('CARDS_READ')")
public class CardClosings {

    static final String RECORD = "Penutupan blangko";
    private static final int LOOKED_BACK = 31;

    private final ClosingRows rows;
    private final CardLedger ledger;
    private final OfficeCalendar calendar;
    private final CurrentStaff staff;
    private final Offices offices;
    private final DocumentNumbers numbers;
    private final NumberKind closingNumbers;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CardClosings(
            ClosingRows rows,
            CardLedger ledger,
            OfficeCalendar calendar,
            CurrentStaff staff,
            Offices offices,
            DocumentNumbers numbers,
            NumberKind closingNumbers,
            Retry retry,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.calendar = calendar;
        this.staff = staff;
        this.offices = offices;
        this.numbers = numbers;
        this.closingNumbers = closingNumbers;
        this.retry = retry;
        this.events = events;
        this.clock = clock;
    }

    /** Counted, but not closed yet. */
    public Optional<Closing> pending(OfficeCode office) {
        staff.requireScope(office);
        return rows.pending(office);
    }

    /** The latest closed days first. */
    public List<Closing> latest(OfficeCode office) {
        staff.requireScope(office);
        return rows.closed(office, LOOKED_BACK);
    }

    /** Days of service before today that are not closed and not covered by a later closing, the latest first. */
    public List<LocalDate> openDays(OfficeCode office) {
        LocalDate today = today(office);
        LocalDate from = rows.lastClosedDay(office)
                .map(day -> day.plusDays(1))
                .or(() -> rows.firstDayOfLedger(office))
                .orElse(today);
        LocalDate earliest = today.minusDays(LOOKED_BACK);
        LocalDate first = from.isBefore(earliest) ? earliest : from;
        return !first.isBefore(today)
                ? List.of()
                : calendar.days(office, first, today.minusDays(1)).stream()
                        .filter(OfficeDay::isOpen)
                        .map(OfficeDay::date)
                        .toList()
                        .reversed();
    }

    /**
     * The day that a count made now closes: today, or the day of service before while nothing has been entered today.
     * Nothing when today is closed.
     */
    public Optional<LocalDate> dayToClose(OfficeCode office) {
        LocalDate today = today(office);
        if (rows.lastClosedDay(office).filter(today::equals).isPresent()) {
            return Optional.empty();
        }
        var morning = today.atStartOfDay(zone(office).timeZone()).toInstant();
        return Optional.of(
                rows.hasLinesSince(office, morning)
                        ? today
                        : openDays(office).stream().findFirst().orElse(today));
    }

    /**
     * Keeps what was counted; from now on the balance may be seen.
     *
     * @param id the same for every attempt
     * @throws ChangedMeanwhile when somebody else has counted that day
     */
    @PreAuthorize("hasAuthority('CARDS_ENTER')")
    public Closing count(UUID id, OfficeCode office, List<PlaceCount> places, @Nullable Integer box) {
        staff.requireScope(office);
        int waiting = Count.of("box", box);
        places.forEach(place -> Count.of(place.place(), place.cards()));
        try {
            return retry.inTransaction(() -> {
                ClosingRows.Ledger now = rows.lock(office);
                return rows.find(id).orElseGet(() -> keep(id, office, now, places, waiting));
            });
        } catch (DuplicateKeyException faster) {
            throw counted();
        }
    }

    private Closing keep(UUID id, OfficeCode office, ClosingRows.Ledger now, List<PlaceCount> places, int box) {
        if (now.lastLine() == 0) {
            throw new InvalidInput("box", "Kantor ini belum memiliki buku blangko.");
        }
        if (rows.pending(office).isPresent()) {
            throw counted();
        }
        LocalDate day = dayToClose(office).orElseThrow(CardClosings::counted);
        StaffMember member = staff.require();
        rows.insert(id, office, day, now, places, box, member.id().value(), member.fullName(), clock.instant());
        Closing closing = rows.find(id).orElseThrow();
        events.publishEvent(told(closing, "Dihitung").changing("Dihitung", null, closing.counted()));
        return closing;
    }

    private static ChangedMeanwhile counted() {
        return new ChangedMeanwhile("Hari ini sudah dihitung petugas lain.");
    }

    /**
     * The count of another person, who does not see the balance; it replaces the first.
     *
     * @throws InvalidInput for the person who counted first
     */
    @PreAuthorize("hasAuthority('CARDS_WITNESS')")
    public Closing countAgain(UUID id, @Nullable Integer cards, @Nullable Integer box) {
        int counted = Count.of("counted", cards);
        int waiting = Count.of("box", box);
        return retry.inTransaction(() -> {
            Closing closing = open(id);
            StaffMember member = staff.require();
            if (member.id().value().equals(closing.countedBy())) {
                throw new InvalidInput("counted", "Hitungan kedua dibuat orang lain.");
            }
            rows.second(id, counted, waiting, member.id().value(), member.fullName());
            events.publishEvent(told(closing, "Dihitung orang kedua").changing("Dihitung", closing.counted(), counted));
            return rows.find(id).orElseThrow();
        });
    }

    /**
     * Locks the day; a difference becomes a line of the ledger that names the closing.
     *
     * @param reason only where something differs
     */
    @PreAuthorize("hasAuthority('CARDS_ENTER')")
    public Closing close(UUID id, String reason) {
        return retry.inTransaction(() -> {
            Closing closing = open(id);
            if (closing.needsSecondPerson()) {
                throw new InvalidInput("reason", "Ada selisih: orang kedua menghitung lagi sebelum hari ditutup.");
            }
            String why = closing.agrees() ? null : Count.reason(reason);
            String number = numbers.next(closingNumbers, zone(closing.office()));
            if (closing.difference() != 0 && why != null) {
                ledger.settle(closing.office(), closing.difference(), number, why, id);
            }
            String hash = rows.close(closing, number, why, staff.require().fullName(), clock.instant());
            events.publishEvent(AuditEvent.of(RECORD, number, "Ditutup dan dikunci")
                    .at(closing.office())
                    .changing("SHA-256", null, hash)
                    .changing("Seharusnya", null, closing.balance().expected())
                    .changing("Dihitung", closing.balance().expected(), closing.counted())
                    .because(why));
            return rows.find(id).orElseThrow();
        });
    }

    /** Throws an open count away, for whoever counted wrongly; the trail keeps it. */
    @PreAuthorize("hasAuthority('CARDS_ENTER')")
    public void discard(UUID id, String reason) {
        String why = Count.reason(reason);
        retry.inTransaction(() -> {
            Closing closing = open(id);
            rows.discard(id);
            events.publishEvent(told(closing, "Hitungan dibuang")
                    .changing("Dihitung", closing.counted(), null)
                    .because(why));
        });
    }

    private Closing open(UUID id) {
        Closing closing = rows.lock(id)
                .filter(known -> !known.isClosed())
                .orElseThrow(() -> new ChangedMeanwhile("Hari ini sudah ditutup."));
        staff.requireScope(closing.office());
        return closing;
    }

    private static AuditEvent told(Closing closing, String action) {
        return AuditEvent.of(RECORD, "%s %s".formatted(closing.office(), Formats.date(closing.day())), action)
                .at(closing.office());
    }

    private LocalDate today(OfficeCode office) {
        return LocalDate.ofInstant(clock.instant(), zone(office).timeZone());
    }

    private Office zone(OfficeCode office) {
        return offices.find(office).orElseThrow();
    }
}
