package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.QuotaEdit.Change;
import id.dukcapil.portal.booking.RelocationPlan.OpenDay;
import id.dukcapil.portal.booking.RelocationPlan.Person;
import id.dukcapil.portal.booking.RelocationWish.DayCut;
import id.dukcapil.portal.booking.StockProposal.ProposedDay;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.CaseStatus;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a plan to move bookings is made from: the days, the people on them, and the days that have seats left. */
@Component
class RelocationFacts {

    private static final RowMapper<Person> PERSON = (row, number) -> {
        var nik = new Nik(row.getString("nik"));
        var date = row.getObject("service_date", LocalDate.class);
        return new Person(
                new BookingId(row.getObject("id", UUID.class)),
                new BookingCode(row.getString("code")),
                date,
                row.getInt("queue_number"),
                row.getString("full_name"),
                nik,
                row.getString("email"),
                BookingOrigin.valueOf(row.getString("origin")).internal(),
                RelocationPlanner.isElderly(nik, date),
                UtcDateTime.read(row, "created_at"));
    };

    /** Whoever is there, or was, on a seat of the day. */
    private static final List<String> SEATED =
            CaseStatus.names(BookingStatus.class, status -> status.holdsSeat() && status != BookingStatus.BOOKED);

    private final QuotaCalendar calendar;
    private final StockPlanning stock;
    private final BookingSettings settings;
    private final JdbcClient jdbc;

    RelocationFacts(QuotaCalendar calendar, StockPlanning stock, BookingSettings settings, JdbcClient jdbc) {
        this.calendar = calendar;
        this.stock = stock;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    /**
     * What becomes of the days of a range.
     *
     * @param capacity the new capacity, where that is asked for
     * @param reason stands in the history of the days
     */
    List<DayCut> cuts(
            OfficeCode office, LocalDate from, LocalDate to, RelocationWish.Kind kind, int capacity, String reason) {
        List<QuotaDay> days = calendar.days(office, from, to);
        return switch (kind) {
            case CAPACITY ->
                open(days).stream()
                        .filter(day -> day.quota().capacity() > capacity)
                        .map(day -> cut(day, smaller(day.quota(), capacity), reason))
                        .toList();
            case CLOSE ->
                open(days).stream()
                        .map(day -> new DayCut(day.date(), new Change.Close(reason), day.version()))
                        .toList();
            case CALENDAR ->
                days.stream()
                        .filter(day -> !day.officeDay().isOpen() && day.booked() > 0)
                        .map(day -> new DayCut(day.date(), null, day.version()))
                        .toList();
            case STOCK -> stockCuts(office, days, from, to, reason);
        };
    }

    private List<DayCut> stockCuts(
            OfficeCode office, List<QuotaDay> days, LocalDate from, LocalDate to, String reason) {
        Set<LocalDate> open = Set.copyOf(open(days).stream().map(QuotaDay::date).toList());
        return stock.outlook(office, to).stream()
                .flatMap(outlook -> outlook.proposal().days().stream())
                .filter(day -> !day.date().isBefore(from) && open.contains(day.date()))
                .filter(ProposedDay::belowBooked)
                .map(day -> new DayCut(day.date(), new Change.SetQuota(day.proposed(), reason), day.version()))
                .toList();
    }

    private static List<QuotaDay> open(List<QuotaDay> days) {
        return days.stream()
                .filter(day -> day.officeDay().isOpen() && !day.closedByHand())
                .toList();
    }

    private static DayCut cut(QuotaDay day, QuotaRule quota, String reason) {
        return new DayCut(day.date(), new Change.SetQuota(quota, reason), day.version());
    }

    private static QuotaRule smaller(QuotaRule quota, int capacity) {
        return new QuotaRule(capacity, Math.min(quota.reserved(), capacity));
    }

    /** Everybody who has booked one of the days and has not come. */
    List<Person> people(OfficeCode office, Collection<LocalDate> dates) {
        return jdbc.sql("""
                        SELECT id, code, service_date, queue_number, full_name, nik, email, origin, created_at
                        FROM booking_booking
                        WHERE office_code = :office AND service_date IN (:dates) AND status = 'BOOKED'""")
                .param("office", office.value())
                .param("dates", dates)
                .query(PERSON)
                .list();
    }

    /** Who has come already keeps the seat. */
    int present(OfficeCode office, LocalDate date) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM booking_booking
                        WHERE office_code = :office AND service_date = :date AND status IN (:seated)""")
                .param("office", office.value())
                .param("date", date)
                .param("seated", SEATED)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /**
     * Days that still have a seat of some kind, except those that are about to lose seats. Whoever loses the furthest day
     * of a short window can only go to one that the public cannot book yet.
     */
    List<OpenDay> targets(RelocationWish wish) {
        LocalDate today = calendar.nowAt(wish.office()).toLocalDate();
        LocalDate last = Collections.max(
                List.of(calendar.window(wish.office()).furthestDay(today), today.plusDays(settings.horizonDays())));
        LocalDate from =
                Optional.of(wish.notBefore()).filter(day -> day.isAfter(today)).orElse(today);
        if (from.isAfter(last)) {
            return List.of();
        }
        Set<LocalDate> losing = wish.dates();
        return calendar.days(wish.office(), from, last).stream()
                .filter(day -> hasSeat(day) && !losing.contains(day.date()))
                .map(day -> new OpenDay(day.date(), day.quota(), day.booked(), day.bookedInternal()))
                .toList();
    }

    /** The first day on which people are without a card once the plan is done, if anybody is moved there or further. */
    Optional<LocalDate> firstWithoutCards(OfficeCode office, RelocationPlan plan) {
        Map<LocalDate, Integer> changes = plan.changes();
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        return stock.outlook(office, Collections.max(changes.keySet()))
                .flatMap(outlook -> outlook.proposal().firstShort(changes))
                .filter(day -> plan.arrivingFrom(day) > 0);
    }

    private static boolean hasSeat(QuotaDay day) {
        boolean isAhead = day.beyondHorizon() && day.serves() && !day.closedByHand();
        return day.availableToStaff() > 0
                || isAhead && day.booked() < day.quota().capacity();
    }
}
