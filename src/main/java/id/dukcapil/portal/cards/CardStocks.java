package id.dukcapil.portal.cards;

import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.cards.LedgerRows.Stock;
import id.dukcapil.portal.cards.StockForecast.Demand;
import id.dukcapil.portal.cards.order.Printers;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many blank cards an office has, how fast it uses them, and how many it holds back. */
@Service
@EnableConfigurationProperties(CardSettings.class)
@PreAuthorize("hasAnyAuthority('CARDS_READ', 'QUOTA_READ')")
public class CardStocks {

    /** How far a forecast by the rate alone looks ahead. */
    public static final int FORECAST_DAYS = 120;

    private static final int DAYS_PER_DAY_OF_SERVICE = 3;

    private final LedgerRows rows;
    private final Printers printers;
    private final OfficeCalendar calendar;
    private final CardSettings settings;
    private final CurrentStaff staff;
    private final Offices offices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CardStocks(
            LedgerRows rows,
            Printers printers,
            OfficeCalendar calendar,
            CardSettings settings,
            CurrentStaff staff,
            Offices offices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.printers = printers;
        this.calendar = calendar;
        this.settings = settings;
        this.staff = staff;
        this.offices = offices;
        this.events = events;
        this.clock = clock;
    }

    /** @return nothing when the office does not keep a ledger yet */
    @Transactional(readOnly = true)
    public Optional<CardSupply> of(OfficeCode office) {
        staff.requireScope(office);
        return rows.find(office).filter(stock -> stock.lastNumber() > 0).map(this::supply);
    }

    /** Of all offices that keep a ledger; a member of staff gets those within reach, the portal itself every one. */
    @Transactional(readOnly = true)
    public List<CardSupply> all() {
        Optional<StaffMember> member = staff.find();
        return offices.all().stream()
                .map(Office::code)
                .filter(office -> member.map(one -> one.mayActFor(office)).orElse(true))
                .flatMap(office -> rows.find(office).stream())
                .filter(stock -> stock.lastNumber() > 0)
                .map(this::supply)
                .toList();
    }

    private CardSupply supply(Stock stock) {
        LocalDate today = today(stock.office());
        return new CardSupply(
                stock.office(),
                stock.cards(),
                stock.safety(),
                printers.reserved(stock.office()),
                printed(stock.office(), today, today) + spoilt(stock.office(), today, today),
                rate(stock.office(), today),
                rows.lastClosed(stock.office()).orElse(null));
    }

    private CardRate rate(OfficeCode office, LocalDate today) {
        LocalDate first = rows.firstDay(office).orElse(today);
        // Days that were closed are certain; where none of the latest is, what was entered has to do
        LocalDate certain = rows.lastClosed(office).map(day -> day.plusDays(1)).orElse(today);
        LocalDate end =
                certain.isAfter(today) || certain.isBefore(today.minusDays(settings.rateOverDays())) ? today : certain;
        List<LocalDate> served = lastDaysOfService(office, first, end);
        if (served.isEmpty()) {
            return new CardRate(0, 0, 0, today);
        }
        // What was printed on a day without service in between belongs to the same period
        LocalDate from = served.getFirst();
        LocalDate to = end.minusDays(1);
        return new CardRate(printed(office, from, to), spoilt(office, from, to), served.size(), from);
    }

    /** The day that goes on is left out, because nobody knows yet what it will have used. */
    private List<LocalDate> lastDaysOfService(OfficeCode office, LocalDate first, LocalDate today) {
        LocalDate furthest = today.minusDays((long) settings.rateOverDays() * DAYS_PER_DAY_OF_SERVICE);
        List<LocalDate> served =
                calendar.days(office, first.isAfter(furthest) ? first : furthest, today.minusDays(1)).stream()
                        .filter(OfficeDay::isOpen)
                        .map(OfficeDay::date)
                        .toList();
        return served.subList(Math.max(0, served.size() - settings.rateOverDays()), served.size());
    }

    private int printed(OfficeCode office, LocalDate from, LocalDate to) {
        return rows.used(office, CardEntryKind.USE, from, to);
    }

    private int spoilt(OfficeCode office, LocalDate from, LocalDate to) {
        return rows.used(office, CardEntryKind.MISPRINT, from, to) + rows.used(office, CardEntryKind.DAMAGE, from, to);
    }

    /** How the stock falls on the coming days of service if it goes on at its rate, the rest of today included. */
    @Transactional(readOnly = true)
    public StockForecast forecast(CardSupply supply) {
        LocalDate today = today(supply.office());
        double rate = supply.rate().perDay();
        return StockForecast.of(
                supply.stock(),
                calendar.days(supply.office(), today, today.plusDays(FORECAST_DAYS)).stream()
                        .filter(OfficeDay::isOpen)
                        .map(day -> new Demand(
                                day.date(), day.date().equals(today) ? Math.max(0, rate - supply.usedToday()) : rate))
                        .toList());
    }

    /** How many cards the planner holds back; 0 for an office where nobody has said so. */
    @PreAuthorize("hasAuthority('CARDS_PLAN')")
    @Transactional(readOnly = true)
    public int safetyStock(OfficeCode office) {
        staff.requireScope(office);
        return rows.find(office).map(Stock::safety).orElse(0);
    }

    /**
     * Says how many cards are held back.
     *
     * @param seen what was held back when the person looked
     * @throws InvalidInput when it cannot be a number of cards, or the reason is missing
     * @throws ChangedMeanwhile when somebody else has changed it since
     */
    @PreAuthorize("hasAuthority('CARDS_PLAN')")
    @Transactional
    public void holdBack(OfficeCode office, int seen, @Nullable Integer cards, String reason) {
        staff.requireScope(office);
        if (cards == null || cards < 0 || cards > NewCardEntry.LARGEST) {
            throw new InvalidInput("cards", "Isi stok pengaman antara 0 dan 100.000.");
        }
        String why = NewCardEntry.requireReason(reason);
        Stock stock = rows.lock(office);
        if (stock.safety() != seen) {
            throw new ChangedMeanwhile(
                    "Stok pengaman baru saja diubah menjadi %d. Periksa lagi.".formatted(stock.safety()));
        }
        rows.setSafety(office, cards);
        events.publishEvent(AuditEvent.of(CardLedger.RECORD, office.value(), "Stok pengaman diubah")
                .at(office)
                .changing("Stok pengaman", seen, cards)
                .because(why));
    }

    private LocalDate today(OfficeCode office) {
        return LocalDate.ofInstant(
                clock.instant(), offices.find(office).orElseThrow().timeZone());
    }
}
