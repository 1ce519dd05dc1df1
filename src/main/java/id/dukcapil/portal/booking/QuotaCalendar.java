package id.dukcapil.portal.booking;

import static java.util.stream.Collectors.groupingBy;

import id.dukcapil.portal.booking.QuotaRows.Row;
import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The quota calendar (SOP Bandung 28/2024, step 7: "jumlah antrian kuota menyesuaikan dengan ketersediaan blanko"). A
 * day's numbers come from the weekday rules until a planner sets them or the first booking brings the day into being.
 */
@Service
@PreAuthorize("hasAuthority('QUOTA_READ')")
public class QuotaCalendar {

    private static final String READERS =
            "hasAnyAuthority('QUOTA_READ', 'BOOKING_CREATE', 'BOOKING_CHANGE', 'SCOPE_booking')";

    /** Over a feast the offices are closed for more than a week; what opens next is to be seen all the same. */
    private static final int SHOWN_BEYOND = 14;

    private final QuotaRows rows;
    private final OfficeCalendar officeCalendar;
    private final Offices offices;
    private final BookingWindows windows;
    private final Clock clock;

    QuotaCalendar(QuotaRows rows, OfficeCalendar officeCalendar, Offices offices, BookingWindows windows, Clock clock) {
        this.rows = rows;
        this.officeCalendar = officeCalendar;
        this.offices = offices;
        this.windows = windows;
        this.clock = clock;
    }

    /** Every day of the range, both ends included, whether or not it has come into being. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public List<QuotaDay> days(OfficeCode code, LocalDate from, LocalDate to) {
        return quotaDays(
                place(code),
                windows.of(code),
                officeCalendar.days(code, from, to),
                rows.between(code, from, to),
                rows.rules(code));
    }

    /**
     * From each office's own today to a few days after the last that can be booked, for many offices with no more
     * queries than for one.
     */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public Map<OfficeCode, List<QuotaDay>> daysAhead(List<Office> places) {
        if (places.isEmpty()) {
            return Map.of();
        }
        List<OfficeCode> codes = places.stream().map(Office::code).toList();
        List<LocalDate> todays = places.stream()
                .map(place -> nowIn(place).toLocalDate())
                .sorted()
                .toList();
        LocalDate from = todays.getFirst();
        Map<OfficeCode, BookingWindow> ofOffices = windows.of(codes);
        LocalDate to = ofOffices.values().stream()
                .map(window -> window.furthestDay(todays.getLast()).plusDays(SHOWN_BEYOND))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Map<OfficeCode, List<Row>> existing =
                rows.between(codes, from, to).stream().collect(groupingBy(Row::office));
        Map<OfficeCode, List<WeekdayRule>> rules = rows.rules(codes);
        Map<OfficeCode, List<OfficeDay>> officeDays = officeCalendar.days(codes, from, to);
        var ahead = new LinkedHashMap<OfficeCode, List<QuotaDay>>();
        for (Office place : places) {
            OfficeCode code = place.code();
            LocalDate today = nowIn(place).toLocalDate();
            BookingWindow window = Objects.requireNonNull(ofOffices.get(code));
            LocalDate last = window.furthestDay(today).plusDays(SHOWN_BEYOND);
            ahead.put(
                    code,
                    quotaDays(
                            place,
                            window,
                            officeDays.getOrDefault(code, List.of()).stream()
                                    .filter(day -> !day.date().isBefore(today)
                                            && !day.date().isAfter(last))
                                    .toList(),
                            existing.getOrDefault(code, List.of()),
                            rules.getOrDefault(code, List.of())));
        }
        return ahead;
    }

    private List<QuotaDay> quotaDays(
            Office place, BookingWindow window, List<OfficeDay> days, List<Row> inBeing, List<WeekdayRule> rules) {
        LocalDateTime now = nowIn(place);
        Map<LocalDate, Row> existing = inBeing.stream().collect(Collectors.toMap(Row::date, Function.identity()));
        return days.stream()
                .map(day -> quotaDay(
                        existing.getOrDefault(
                                day.date(), Row.notYetInBeing(place.code(), day.date(), ruleFor(rules, day.date()))),
                        BookingFacts.ofDay(day, now, place.timeZone(), window, false)))
                .toList();
    }

    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public QuotaDay day(OfficeCode code, LocalDate date) {
        return days(code, date, date).getFirst();
    }

    /** The next days on which anyone (or staff, with the reserve) finds a seat, today included. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public List<LocalDate> nextFreeDays(OfficeCode code, boolean forStaff, int howMany) {
        LocalDate today = nowAt(code).toLocalDate();
        return days(code, today, windows.of(code).furthestDay(today)).stream()
                .filter(day -> (forStaff ? day.availableToStaff() : day.available()) > 0)
                .map(QuotaDay::date)
                .limit(howMany)
                .toList();
    }

    /** How far ahead the office is booked, and at what hour its furthest day opens. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public BookingWindow window(OfficeCode code) {
        return windows.of(code);
    }

    /** The last day that anybody can book now. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public LocalDate lastBookableDay(OfficeCode code) {
        return windows.of(code).lastDay(nowAt(code), false);
    }

    @Transactional(readOnly = true)
    public List<QuotaChange> history(OfficeCode code, LocalDate date) {
        return rows.changes(code, date);
    }

    /** All weekday rules of the office, past and future ones too, by weekday and beginning. */
    @Transactional(readOnly = true)
    public List<WeekdayRule> rules(OfficeCode code) {
        return rows.rules(code);
    }

    /** What holds on a day by the weekday rules alone. */
    static QuotaRule ruleFor(List<WeekdayRule> rules, LocalDate date) {
        return rules.stream()
                .filter(rule -> rule.covers(date))
                .max(Comparator.comparing(WeekdayRule::validFrom))
                .map(WeekdayRule::quota)
                .orElse(QuotaRule.NONE);
    }

    LocalDateTime nowAt(OfficeCode code) {
        return nowIn(place(code));
    }

    private Office place(OfficeCode code) {
        return offices.find(code)
                .orElseThrow(() -> new InvalidInput("office", "Kantor %s tidak dikenal.".formatted(code)));
    }

    private LocalDateTime nowIn(Office place) {
        return LocalDateTime.ofInstant(clock.instant(), place.timeZone());
    }

    private static QuotaDay quotaDay(Row row, BookingFacts facts) {
        Optional<Refusal> refusal = BookingPolicy.firstRefusal(BookingPolicy.aboutTheDay(), facts);
        String closedBecause = closedBecause(row, refusal);
        boolean closedToStaff =
                closedBecause(row, BookingPolicy.firstRefusal(BookingPolicy.aboutTheDay(), facts.askedByStaff()))
                        != null;
        boolean closed = closedBecause != null;
        int free = row.quota().capacity() - row.booked();
        int reserveLeft = Math.max(row.quota().reserved() - row.bookedInternal(), 0);
        int available = closed ? 0 : Math.max(free - reserveLeft, 0);
        QuotaState state = closed ? QuotaState.CLOSED : available > 0 ? QuotaState.OPEN : QuotaState.FULL;
        return new QuotaDay(
                row.office(),
                row.date(),
                row.quota(),
                row.booked(),
                row.bookedInternal(),
                available,
                closedToStaff ? 0 : free,
                state,
                closedBecause,
                row.closure(),
                facts.day(),
                refusal.map(Refusal::until).orElse(null),
                row.followsRule(),
                row.version(),
                row.changedBy(),
                row.changedAt());
    }

    private static @Nullable String closedBecause(Row row, Optional<Refusal> refusal) {
        return refusal.map(Refusal::message)
                .or(() -> Optional.ofNullable(row.closure()))
                .orElseGet(() -> row.quota().capacity() == 0 ? "Belum ada kuota untuk hari ini." : null);
    }
}
