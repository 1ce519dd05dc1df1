package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.RelocationPlan.Choice;
import id.dukcapil.portal.booking.RelocationPlan.Passenger;
import id.dukcapil.portal.booking.RelocationPlan.Person;
import id.dukcapil.portal.booking.RelocationWish.DayCut;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.LetterText;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Offices;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves many bookings together when days take fewer people: because cards are lacking, an office closes or a holiday
 * appears. Everything is planned and shown first, then done in one transaction or not at all; each person is told by mail.
 */
@Service
@PreAuthorize("hasAuthority('QUOTA_EDIT') and hasAuthority('BOOKING_CHANGE')")
public class Relocations {

    /** More than two months at once is no shortage but another plan. */
    static final int LONGEST_RANGE = 62;

    private final RelocationFacts facts;
    private final RelocationRun run;
    private final RelocationReturn back;
    private final RelocationRecords records;
    private final QuotaCalendar calendar;
    private final BookingMails mails;
    private final LetterText letters;
    private final Offices offices;
    private final CurrentStaff staff;
    private final Retry retry;

    Relocations(
            RelocationFacts facts,
            RelocationRun run,
            RelocationReturn back,
            RelocationRecords records,
            QuotaCalendar calendar,
            BookingMails mails,
            LetterText letters,
            Offices offices,
            CurrentStaff staff,
            Retry retry) {
        this.facts = facts;
        this.run = run;
        this.back = back;
        this.records = records;
        this.calendar = calendar;
        this.mails = mails;
        this.letters = letters;
        this.offices = offices;
        this.staff = staff;
        this.retry = retry;
    }

    /**
     * What the planner wants, read from the days as they are now.
     *
     * @param capacity the new capacity of each day, where the kind asks for one
     * @param notBefore the first day to which anybody may be moved
     * @throws InvalidInput when the range or the reason cannot be, or no day of it would change
     */
    @Transactional(readOnly = true)
    public RelocationWish wish(
            OfficeCode office,
            LocalDate from,
            LocalDate to,
            RelocationWish.Kind kind,
            int capacity,
            LocalDate notBefore,
            String reason) {
        staff.requireScope(office);
        if (from.isBefore(calendar.nowAt(office).toLocalDate())) {
            throw new InvalidInput("from", "Hari yang sudah lewat tidak dapat diubah.");
        }
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= LONGEST_RANGE) {
            throw new InvalidInput(
                    "to", "Tanggal akhir paling awal tanggal awal, dan paling jauh dua bulan sesudahnya.");
        }
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak 200 huruf.");
        }
        return new RelocationWish(
                office, facts.cuts(office, from, to, kind, capacity, reason.strip()), notBefore, reason);
    }

    /** Who would stay and who would go where; nothing is done. */
    @Transactional(readOnly = true)
    public RelocationPlan plan(RelocationWish wish, Map<BookingId, Choice> choices) {
        staff.requireScope(wish.office());
        Map<LocalDate, Integer> seats = wish.days().stream()
                .collect(Collectors.toMap(
                        DayCut::date, day -> Math.max(0, day.seats() - facts.present(wish.office(), day.date()))));
        return RelocationPlanner.plan(facts.people(wish.office(), wish.dates()), seats, facts.targets(wish), choices);
    }

    /**
     * The day from which on those who are moved come for cards that are not there yet.
     *
     * @return nothing when the cards of today suffice, or the office keeps no ledger of them
     */
    @Transactional(readOnly = true)
    public Optional<LocalDate> firstWithoutCards(RelocationWish wish, RelocationPlan plan) {
        staff.requireScope(wish.office());
        return facts.firstWithoutCards(wish.office(), plan);
    }

    /**
     * Does what the plan shows: old numbers are void, new bookings take their seats, the days get their new numbers, and
     * each person is promised a letter.
     *
     * @param token the same for every attempt to do this once, so that a second click moves nobody again
     * @throws InvalidInput when somebody has no place yet
     * @throws ChangedMeanwhile when the days or the people are no longer as the plan shows them; nothing is done then
     */
    public Relocation apply(RelocationWish wish, RelocationPlan plan, UUID token) {
        staff.requireScope(wish.office());
        if (plan.withoutPlace() > 0 && wish.days().stream().anyMatch(day -> day.change() != null)) {
            throw new InvalidInput(
                    "notBefore",
                    "%d orang belum mendapat hari. Pilih harinya, atau buka kuota hari lain dahulu."
                            .formatted(plan.withoutPlace()));
        }
        try {
            return retry.inTransaction(() -> records.ofRequest(token).orElseGet(() -> run.apply(wish, plan, token)));
        } catch (DuplicateKeyException | OptimisticLockingFailureException collision) {
            // The first of two clicks may have come through since it was looked for
            return retry.inTransaction(() -> records.ofRequest(token)).orElseThrow(() -> collision);
        }
    }

    /**
     * Brings everybody back to the day that they had, with new numbers, and gives the days their former capacity.
     *
     * @throws InvalidInput when somebody has been served, or a day cannot take them back any more
     * @throws ChangedMeanwhile when somebody else has taken it back
     */
    public Relocation takeBack(RelocationId id, String why) {
        if (why.isBlank() || why.strip().length() > RelocationWish.LONGEST_REASON) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak 200 huruf.");
        }
        return retry.inTransaction(() -> {
            Relocation relocation =
                    records.lock(id).orElseThrow(() -> new ChangedMeanwhile("Pemindahan itu tidak ada."));
            staff.requireScope(relocation.office());
            back.takeBack(relocation, why.strip());
            return records.find(id).orElseThrow();
        });
    }

    /** The letter that the first person with an address would get, as text. */
    @Transactional(readOnly = true)
    public Optional<String> letter(RelocationWish wish, RelocationPlan plan) {
        return plan.moving().stream()
                .filter(passenger -> passenger.person().email() != null)
                .findFirst()
                .flatMap(passenger -> letter(wish, passenger));
    }

    private Optional<String> letter(RelocationWish wish, Passenger passenger) {
        var office = offices.find(wish.office()).orElseThrow();
        Person person = passenger.person();
        LocalDate to = Optional.ofNullable(passenger.to()).orElseThrow();
        var from = new BookedSeat(
                person.id(),
                person.code(),
                wish.office(),
                person.from(),
                person.number(),
                person.nik(),
                person.name(),
                person.email());
        var next = new BookedSeat(
                person.id(), person.code(), wish.office(), to, 0, person.nik(), person.name(), person.email());
        var moved = new BookingEvent.BookingMoved(from, next, office, wish.reason());
        return Optional.ofNullable(mails.tellOfNewDay(moved))
                .map(Relocations::withoutNumbers)
                .map(letters::of);
    }

    /** Number and code are only given when it is done. */
    private static MailRequested withoutNumbers(MailRequested mail) {
        var facts = new HashMap<>(mail.facts());
        facts.put("number", "(nomor baru)");
        facts.put("code", "(kode baru)");
        return new MailRequested(
                mail.template(), mail.to(), mail.recipient(), facts, mail.about(), mail.reference(), null);
    }
}
