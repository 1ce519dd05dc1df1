package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.QuotaRows.Row;
import id.dukcapil.portal.booking.StockProposal.Candidate;
import id.dukcapil.portal.booking.StockProposal.ProposedDay;
import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.CardSupply;
import id.dukcapil.portal.cards.PrintOrders;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the blank cards into the quota calendar: what the stock allows on each coming day, and taking a proposal over in
 * one go (SOP Bandung 28/2024, step 7).
 */
@Service
@PreAuthorize("hasAuthority('QUOTA_READ')")
public class StockPlanning {

    private final CardStocks stocks;
    private final PrintOrders prints;
    private final QuotaCalendar calendar;
    private final QuotaRows rows;
    private final QuotaWriting writing;
    private final StockAcceptances acceptances;
    private final CurrentStaff staff;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StockPlanning(
            CardStocks stocks,
            PrintOrders prints,
            QuotaCalendar calendar,
            QuotaRows rows,
            QuotaWriting writing,
            StockAcceptances acceptances,
            CurrentStaff staff,
            Retry retry,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stocks = stocks;
        this.prints = prints;
        this.calendar = calendar;
        this.rows = rows;
        this.writing = writing;
        this.acceptances = acceptances;
        this.staff = staff;
        this.retry = retry;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The stock and what it allows from tomorrow on.
     *
     * @param until the last day that is looked at; the days that can be booked always are
     * @return nothing when the office keeps no ledger of blank cards
     */
    @Transactional(readOnly = true)
    public Optional<StockOutlook> outlook(OfficeCode office, LocalDate until) {
        return stocks.of(office)
                .map(supply -> new StockOutlook(supply, proposal(supply, until), stocks.forecast(supply)));
    }

    private StockProposal proposal(CardSupply supply, LocalDate until) {
        OfficeCode office = supply.office();
        LocalDate today = calendar.nowAt(office).toLocalDate();
        List<QuotaDay> days = calendar.days(office, today, lastLookedAt(office, today, until));
        List<WeekdayRule> rules = rows.rules(office);
        OptionalInt printable = prints.dailyCapacity(office);
        // With printers, a booking that is checked in has a print order: its blank is reserved or has left the stock
        int stillToCome = printable.isPresent()
                ? rows.expected(office, today)
                : Math.max(0, days.getFirst().booked() - supply.usedToday());
        List<Candidate> coming = days.stream()
                .skip(1)
                .filter(day -> day.officeDay().isOpen() && !day.closedByHand())
                .map(day -> candidate(day, QuotaCalendar.ruleFor(rules, day.date()), printable))
                .filter(day -> day.bound().capacity() > 0)
                .toList();
        return StockProposal.of(Math.max(0, supply.usable() - stillToCome - onHolidays(days)), coming);
    }

    private LocalDate lastLookedAt(OfficeCode office, LocalDate today, LocalDate until) {
        LocalDate bookable = calendar.window(office).furthestDay(today);
        LocalDate foreseen = today.plusDays(CardStocks.FORECAST_DAYS);
        LocalDate furthest = foreseen.isAfter(bookable) ? foreseen : bookable;
        LocalDate wanted = until.isAfter(bookable) ? until : bookable;
        return wanted.isAfter(furthest) ? furthest : wanted;
    }

    /** Whoever booked a day that became a holiday is going to be moved and wants a card then. */
    private static int onHolidays(List<QuotaDay> days) {
        return days.stream()
                .skip(1)
                .filter(day -> !day.officeDay().isOpen())
                .mapToInt(QuotaDay::booked)
                .sum();
    }

    /** A day without a weekday rule was opened by hand, and what was set then is its bound; the printers are another. */
    private static Candidate candidate(QuotaDay day, QuotaRule rule, OptionalInt printable) {
        QuotaRule bound = rule.capacity() > 0 ? rule : day.quota();
        return new Candidate(
                day.date(),
                day.quota(),
                printable.isPresent() ? bound.atMost(printable.getAsInt()) : bound,
                day.booked(),
                day.version());
    }

    /**
     * Takes the proposal over for these days, all of them or none, with the stock as the reason in their history.
     *
     * @param seen the days as they were shown, at least one
     * @param token the same for every attempt to do this once, so that a second click changes nothing more
     * @throws QuotaConflict when a day or the stock is no longer as it was shown, or people would have to move
     */
    @PreAuthorize("hasAuthority('QUOTA_EDIT')")
    public StockAcceptance accept(OfficeCode office, List<ProposedDay> seen, UUID token) {
        staff.requireScope(office);
        try {
            return retry.inTransaction(() -> acceptances.ofRequest(token).orElseGet(() -> apply(office, seen, token)));
        } catch (DuplicateKeyException | OptimisticLockingFailureException collision) {
            // The first of two clicks may have come through since it was looked for
            return retry.inTransaction(() -> acceptances.ofRequest(token)).orElseThrow(() -> collision);
        }
    }

    private StockAcceptance apply(OfficeCode office, List<ProposedDay> seen, UUID token) {
        // One order for everybody, so that two planners wait for each other instead of deadlocking
        List<ProposedDay> days =
                seen.stream().sorted(Comparator.comparing(ProposedDay::date)).toList();
        StockOutlook now = outlook(office, days.getLast().date())
                .orElseThrow(() -> new QuotaConflict("Kantor ini tidak memiliki buku blangko."));
        var changed = new ArrayList<StockAcceptance.Day>();
        for (ProposedDay day : days) {
            requireStillCovered(now, day);
            QuotaPlan done = writing.change(
                    office, day.date(), day.version(), new QuotaEdit.Change.SetQuota(day.proposed(), now.reason()));
            Row before = done.before();
            changed.add(new StockAcceptance.Day(
                    day.date(), before.quota(), before.followsRule(), day.proposed(), before.version() + 1));
        }
        Instant at = clock.instant();
        var acceptance = new StockAcceptance(
                TimeOrderedId.at(at), office, changed, staff.require().fullName(), at, null);
        acceptances.enter(acceptance, token);
        events.publishEvent(record(acceptance, "Diterima"));
        return acceptance;
    }

    /** What a planner of that office can take back now: the latest acceptance whose days are all as it made them. */
    @Transactional(readOnly = true)
    public Optional<StockAcceptance> reversible(OfficeCode office) {
        return acceptances.latestUntouched(office, calendar.nowAt(office).toLocalDate());
    }

    /**
     * Gives each day back exactly what it had before the acceptance, all of them or none.
     *
     * @throws ChangedMeanwhile when it has been taken back already
     * @throws QuotaConflict when a day has been changed or has come since, or has more bookings than it took before
     */
    @PreAuthorize("hasAuthority('QUOTA_EDIT')")
    public void takeBack(UUID id) {
        retry.inTransaction(() -> {
            StockAcceptance acceptance =
                    acceptances.lock(id).orElseThrow(() -> new ChangedMeanwhile("Perubahan itu tidak ada."));
            OfficeCode office = acceptance.office();
            staff.requireScope(office);
            if (acceptance.isTakenBack()) {
                throw new ChangedMeanwhile(
                        "Perubahan itu sudah dibatalkan oleh %s.".formatted(acceptance.takenBackBy()));
            }
            acceptance.days().forEach(day -> restore(office, day));
            acceptances.takeBack(id, staff.require().fullName(), clock.instant());
            events.publishEvent(record(acceptance, "Dibatalkan"));
        });
    }

    private void restore(OfficeCode office, StockAcceptance.Day day) {
        if (!day.date().isAfter(calendar.nowAt(office).toLocalDate())) {
            throw new QuotaConflict(
                    "%s sudah tiba; perubahan tidak dapat dibatalkan lagi.".formatted(Formats.date(day.date())));
        }
        boolean ruleIsAnother = day.followedRule()
                && !QuotaCalendar.ruleFor(rows.rules(office), day.date()).equals(day.before());
        if (ruleIsAnother) {
            throw new QuotaConflict("Aturan mingguan untuk %s sudah diubah. Atur hari itu tersendiri."
                    .formatted(Formats.date(day.date())));
        }
        QuotaEdit.Change former = day.followedRule()
                ? new QuotaEdit.Change.FollowRule()
                : new QuotaEdit.Change.SetQuota(day.before(), "Penerimaan usulan stok dibatalkan");
        writing.change(office, day.date(), day.version(), former);
    }

    private static AuditEvent record(StockAcceptance acceptance, String deed) {
        return AuditEvent.of("Usulan kuota dari stok", acceptance.id().toString(), deed)
                .at(acceptance.office())
                .changing("Hari", null, acceptance.days().size());
    }

    private static void requireStillCovered(StockOutlook now, ProposedDay seen) {
        boolean covered = now.proposal()
                .day(seen.date())
                .filter(ProposedDay::reached)
                .filter(day -> day.proposed().capacity() >= seen.proposed().capacity())
                .isPresent();
        if (!covered) {
            throw new QuotaConflict("Stok atau pemesanan berubah; usulan untuk %s kini lain. Periksa lagi."
                    .formatted(Formats.date(seen.date())));
        }
    }
}
