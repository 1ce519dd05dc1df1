package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.StockProposal.Candidate;
import id.dukcapil.portal.booking.StockProposal.ProposedDay;
import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.CardSupply;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private final QuotaCalendar calendar;
    private final QuotaRows rows;
    private final QuotaWriting writing;
    private final CurrentStaff staff;

    StockPlanning(CardStocks stocks, QuotaCalendar calendar, QuotaRows rows, QuotaWriting writing, CurrentStaff staff) {
        this.stocks = stocks;
        this.calendar = calendar;
        this.rows = rows;
        this.writing = writing;
        this.staff = staff;
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
        // Those who come today still need their cards, as far as these have not left the stock already
        int stillWanted = Math.max(0, days.getFirst().booked() - supply.usedToday()) + onHolidays(days);
        List<WeekdayRule> rules = rows.rules(office);
        List<Candidate> coming = days.stream()
                .skip(1)
                .filter(day -> day.officeDay().isOpen() && !day.closedByHand())
                .map(day -> candidate(day, QuotaCalendar.ruleFor(rules, day.date())))
                .filter(day -> day.bound().capacity() > 0)
                .toList();
        return StockProposal.of(Math.max(0, supply.usable() - stillWanted), coming);
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

    /** A day without a weekday rule was opened by hand, and what was set then is its bound. */
    private static Candidate candidate(QuotaDay day, QuotaRule rule) {
        return new Candidate(
                day.date(), day.quota(), rule.capacity() > 0 ? rule : day.quota(), day.booked(), day.version());
    }

    /**
     * Takes the proposal over for these days, all of them or none, with the stock as the reason in their history.
     *
     * @param seen the days as they were shown
     * @return the number of days changed
     * @throws QuotaConflict when a day or the stock is no longer as it was shown, or people would have to move
     */
    @PreAuthorize("hasAuthority('QUOTA_EDIT')")
    @Transactional
    public int accept(OfficeCode office, List<ProposedDay> seen) {
        staff.requireScope(office);
        if (seen.isEmpty()) {
            return 0;
        }
        // One order for everybody, so that two planners wait for each other instead of deadlocking
        List<ProposedDay> days =
                seen.stream().sorted(Comparator.comparing(ProposedDay::date)).toList();
        StockOutlook now = outlook(office, days.getLast().date())
                .orElseThrow(() -> new QuotaConflict("Kantor ini tidak memiliki buku blangko."));
        for (ProposedDay day : days) {
            requireStillCovered(now, day);
            writing.change(
                    office, day.date(), day.version(), new QuotaEdit.Change.SetQuota(day.proposed(), now.reason()));
        }
        return days.size();
    }

    private static void requireStillCovered(StockOutlook now, ProposedDay seen) {
        boolean covered = now.proposal()
                .day(seen.date())
                .filter(day -> day.proposed().capacity() >= seen.proposed().capacity())
                .isPresent();
        if (!covered) {
            throw new QuotaConflict("Stok atau pemesanan berubah; usulan untuk %s kini lain. Periksa lagi."
                    .formatted(Formats.date(seen.date())));
        }
    }
}
