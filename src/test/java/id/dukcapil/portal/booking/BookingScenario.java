package id.dukcapil.portal.booking;

import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardHandedOver;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.channel.ApiClient;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.support.TransactionTemplate;

/** What the booking tests start from: people who may book, days with a quota, somebody who acts. */
@TestComponent
public class BookingScenario {

    public record Someone(Nik nik, String name) {}

    private static final RowMapper<Someone> SOMEONE =
            (row, number) -> new Someone(new Nik(row.getString(1)), row.getString(2));

    private static final Deque<Someone> unusedPeople = new ArrayDeque<>();
    static final ApiClient BDS = new ApiClient(UUID.randomUUID(), "Uji BDS");

    private final Map<String, String> accountsAt = new ConcurrentHashMap<>();

    private final JdbcClient jdbc;
    private final QuotaRows quota;
    private final TransactionTemplate transaction;

    private final SecurityContextHolderStrategy security;
    private final UserDetailsService accounts;
    private final BookingService bookings;
    private final QuotaPlanning planning;
    private final QuotaCalendar calendar;
    private final CardLedger ledger;
    private final CardStocks stocks;
    private final CancelLinkInLetter cancelLinks;
    private final Bookings rows;
    private final Clock clock;

    BookingScenario(
            JdbcClient jdbc,
            QuotaRows quota,
            TransactionTemplate transaction,
            SecurityContextHolderStrategy security,
            UserDetailsService accounts,
            BookingService bookings,
            QuotaPlanning planning,
            QuotaCalendar calendar,
            CardLedger ledger,
            CardStocks stocks,
            CancelLinkInLetter cancelLinks,
            Bookings rows,
            Clock clock) {
        this.rows = rows;
        this.clock = clock;
        this.calendar = calendar;
        this.ledger = ledger;
        this.stocks = stocks;
        this.cancelLinks = cancelLinks;
        this.security = security;
        this.accounts = accounts;
        this.bookings = bookings;
        this.planning = planning;
        this.jdbc = jdbc;
        this.quota = quota;
        this.transaction = transaction;
    }

    /** A different adult with a print-ready record at every call, so that tests do not meet each other's bookings. */
    public synchronized Someone somebodyReadyToPrint() {
        Someone someone;
        do {
            if (unusedPeople.isEmpty()) {
                unusedPeople.addAll(
                        people("recording_status = 'PRINT_READY_RECORD' AND birth_date < '2005-01-01'", 900));
            }
            someone = unusedPeople.pop();
        } while (isSpent(someone));
        return someone;
    }

    /** Somebody whose request is going to be refused, so that the same one serves many tests. */
    public Someone somebodyWithoutBooking() {
        return people("recording_status = 'PRINT_READY_RECORD' AND birth_date BETWEEN '2005-01-01' AND '2008-01-01'", 1)
                .getFirst();
    }

    public BookingCode codeNobodyHas() {
        return BookingCode.random(new Random(7));
    }

    /** Tests that take many people at once choose them themselves, and others hand the card over. */
    private boolean isSpent(Someone someone) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM booking_booking WHERE nik = :nik)
                          OR NOT EXISTS (SELECT 1 FROM population_person
                            WHERE nik = :nik AND recording_status = 'PRINT_READY_RECORD')""")
                .param("nik", someone.nik().value())
                .query(Boolean.class)
                .single();
    }

    /** Somebody books that day through the BDS app. */
    public BookingDetails booked(OfficeCode office, LocalDate date) {
        return booked(somebodyReadyToPrint(), office, date);
    }

    public BookingDetails booked(Someone someone, OfficeCode office, LocalDate date) {
        return switch (asBds(() -> bookings.book(requestFor(someone, office, date)))) {
            case BookingDecision.Accepted accepted -> accepted.booking();
            case BookingDecision.Refused refused ->
                throw new AssertionError(refused.refusal().message());
        };
    }

    /** What the print room tells when the card of a booking was handed over. */
    public static CardHandedOver cardOf(BookingDetails booking) {
        return new CardHandedOver(
                "CTK-UJI",
                booking.nik(),
                booking.office(),
                Instant.EPOCH,
                booking.code().value(),
                null,
                null);
    }

    /** Adults whose card can be printed, more at once than the small register of the tests has left of them. */
    public List<Someone> crowd(int size) {
        jdbc.sql("UPDATE population_person SET recording_status = 'PRINT_READY_RECORD'"
                        + " WHERE recording_status = 'CARD_ISSUED' AND birth_date < '2004-01-01' AND standing IS NULL"
                        + " AND nik NOT IN (SELECT nik FROM booking_booking) ORDER BY nik LIMIT " + size)
                .update();
        return people("recording_status = 'PRINT_READY_RECORD' AND birth_date < '2004-01-01'", size);
    }

    public List<Someone> people(String condition, int limit) {
        return jdbc.sql("SELECT nik, full_name FROM population_person WHERE " + condition
                        + " AND nik NOT IN (SELECT nik FROM booking_booking) ORDER BY nik DESC LIMIT " + limit)
                .query(SOMEONE)
                .list();
    }

    public void quotaOf(OfficeCode office, LocalDate date, int capacity, int reserved) {
        transaction.executeWithoutResult(status -> {
            var day = quota.lock(office, date, new QuotaRule(capacity, reserved));
            quota.write(
                    new QuotaRows.Row(
                            office,
                            date,
                            new QuotaRule(capacity, reserved),
                            0,
                            0,
                            false,
                            null,
                            null,
                            null,
                            day.version()),
                    "Uji");
        });
    }

    /** A planner closes a day on which the weekday rule holds. */
    public void closed(OfficeCode office, LocalDate date, String reason) {
        asStaff("perencana", () -> {
            var edit = QuotaEdit.oneDay(office, date, new QuotaEdit.Change.Close(reason));
            return planning.apply(edit, planning.preview(edit));
        });
    }

    /** As it stands in the letters about the booking. */
    public String cancelLinkOf(BookingDetails booking) {
        return String.valueOf(cancelLinks
                .of(Map.of(BookingMails.CODE, booking.code().value()))
                .get("cancelLink"));
    }

    /** The hour of the release has struck for this one. */
    public void released(BookingCode code) {
        transaction.executeWithoutResult(
                struck -> rows.lockByCode(code.value()).orElseThrow().release(clock.instant()));
    }

    /** Moves a booking; whoever acts must be allowed to. */
    public BookingDetails moved(String code, OfficeCode office, LocalDate date) {
        BookingDecision decision = bookings.move(new BookingCode(code), office, date, "permintaan pemohon")
                .orElseThrow();
        return ((BookingDecision.Accepted) decision).booking();
    }

    public NewBooking requestFor(Someone someone, OfficeCode office, LocalDate date) {
        return new NewBooking(
                someone.nik().value(),
                someone.name(),
                "pemohon@contoh.id",
                "081234567890",
                office.value(),
                date,
                BookingOrigin.CHANNEL,
                null);
    }

    /** Runs as the BDS app, on whichever thread. */
    public <T> T asBds(Supplier<T> work) {
        return asBds(security, work);
    }

    /** Runs as any application with a key for bookings. */
    public <T> T asApplication(ApiClient client, Supplier<T> work) {
        return as(
                security,
                UsernamePasswordAuthenticationToken.authenticated(
                        client, null, AuthorityUtils.createAuthorityList("SCOPE_booking")),
                work);
    }

    /** In another application context, which keeps its own security context. */
    static <T> T asBds(SecurityContextHolderStrategy security, Supplier<T> work) {
        return as(
                security,
                UsernamePasswordAuthenticationToken.authenticated(
                        BDS, null, AuthorityUtils.createAuthorityList("SCOPE_booking")),
                work);
    }

    /** The office has never kept a ledger of blank cards. */
    public void withoutLedger(OfficeCode office) {
        for (String table : List.of(
                "cards_closing WHERE",
                "cards_supply WHERE",
                "cards_box WHERE",
                "cards_entry WHERE corrects IS NOT NULL AND",
                "cards_entry WHERE",
                "cards_stock WHERE")) {
            jdbc.sql("DELETE FROM " + table + " office_code = ?")
                    .param(office.value())
                    .update();
        }
    }

    /** The office has no bookings, no days of its own and no ledger. */
    public void withoutBookings(OfficeCode office) {
        withoutLedger(office);
        String ofOffice = " IN (SELECT id FROM booking_relocation WHERE office_code = ?)";
        for (String from : List.of(
                "booking_relocation_person WHERE relocation_id" + ofOffice,
                "booking_relocation_day WHERE relocation_id" + ofOffice,
                "booking_relocation WHERE office_code = ?",
                "booking_stock_acceptance_day WHERE acceptance_id IN"
                        + " (SELECT id FROM booking_stock_acceptance WHERE office_code = ?)",
                "booking_stock_acceptance WHERE office_code = ?",
                "booking_reminder WHERE booking_id IN (SELECT id FROM booking_booking WHERE office_code = ?)",
                "booking_transition WHERE booking_id IN (SELECT id FROM booking_booking WHERE office_code = ?)",
                "booking_booking WHERE office_code = ?",
                "booking_quota_day WHERE office_code = ?",
                "booking_quota_change WHERE office_code = ?",
                "booking_window WHERE office_code = ?")) {
            jdbc.sql("DELETE FROM " + from).param(office.value()).update();
        }
    }

    /** The office's days open as the setting says. */
    public void withoutWindow(OfficeCode office) {
        jdbc.sql("DELETE FROM booking_window WHERE office_code = ?")
                .param(office.value())
                .update();
    }

    /** A line in the office's ledger of blank cards, of today. */
    public void cards(OfficeCode office, CardEntryKind kind, int cards) {
        LocalDate today = asStaff("perencana", () -> calendar.nowAt(office).toLocalDate());
        asPrinterAt(
                office,
                () -> ledger.enter(new NewCardEntry(
                        office,
                        kind,
                        cards,
                        today,
                        kind.needsReference() ? "BAST-UJI" : "",
                        kind.needsReason() ? "Uji" : "",
                        UUID.randomUUID())));
    }

    public CardStocks stocks() {
        return stocks;
    }

    /** Runs as somebody who prints cards at that office, on whichever thread. */
    public <T> T asPrinterAt(OfficeCode office, Supplier<T> work) {
        return asStaff(accountAt(office, "cetak", "Petugas Cetak"), work);
    }

    /** Runs as somebody at the counter of that office, on whichever thread. */
    public <T> T asOperatorAt(OfficeCode office, Supplier<T> work) {
        return asStaff(accountAt(office, "operator", "Petugas Loket"), work);
    }

    private String accountAt(OfficeCode office, String role, String fullName) {
        return accountsAt.computeIfAbsent(role + office, missing -> newAccount(office, role, fullName));
    }

    private String newAccount(OfficeCode office, String role, String fullName) {
        UUID id = UUID.randomUUID();
        String name = role + "-" + id.toString().substring(0, 8);
        jdbc.sql("""
                        INSERT INTO staff_account (id, username, password_hash, full_name, office_code, enabled, created_at)
                        SELECT ?, ?, password_hash, ?, ?, TRUE, created_at FROM staff_account
                        WHERE username = ?""").params(id, name, fullName, office.value(), role).update();
        jdbc.sql("INSERT INTO staff_account_role (account_id, role_code) VALUES (?, ?)")
                .params(id, role)
                .update();
        return name;
    }

    /** Runs as the member of staff with this demonstration account, on whichever thread. */
    public <T> T asStaff(String username, Supplier<T> work) {
        UserDetails account = accounts.loadUserByUsername(username);
        return as(
                security,
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()),
                work);
    }

    private static <T> T as(SecurityContextHolderStrategy security, Authentication who, Supplier<T> work) {
        var context = security.createEmptyContext();
        context.setAuthentication(who);
        var before = security.getContext();
        security.setContext(context);
        try {
            return work.get();
        } finally {
            security.setContext(before);
        }
    }
}
