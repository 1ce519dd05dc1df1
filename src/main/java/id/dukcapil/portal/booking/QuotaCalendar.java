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
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private final QuotaRows rows;
    private final OfficeCalendar officeCalendar;
    private final Offices offices;
    private final BookingSettings settings;
    private final Clock clock;

    QuotaCalendar(
            QuotaRows rows, OfficeCalendar officeCalendar, Offices offices, BookingSettings settings, Clock clock) {
        this.rows = rows;
        this.officeCalendar = officeCalendar;
        this.offices = offices;
        this.settings = settings;
        this.clock = clock;
    }

    /** Every day of the range, both ends included, whether or not it has come into being. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public List<QuotaDay> days(OfficeCode code, LocalDate from, LocalDate to) {
        return quotaDays(
                code, officeCalendar.days(code, from, to), rows.between(code, from, to), rows.rules(code), nowAt(code));
    }

    /** From each office's own today to its last bookable day, for many offices with no more queries than for one. */
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
        LocalDate to = lastBookableDay(todays.getLast());
        Map<OfficeCode, List<Row>> existing =
                rows.between(codes, from, to).stream().collect(groupingBy(Row::office));
        Map<OfficeCode, List<WeekdayRule>> rules = rows.rules(codes);
        Map<OfficeCode, List<OfficeDay>> officeDays = officeCalendar.days(codes, from, to);
        var ahead = new LinkedHashMap<OfficeCode, List<QuotaDay>>();
        for (Office place : places) {
            OfficeCode code = place.code();
            LocalDateTime now = nowIn(place);
            LocalDate today = now.toLocalDate();
            ahead.put(
                    code,
                    quotaDays(
                            code,
                            officeDays.getOrDefault(code, List.of()).stream()
                                    .filter(day -> !day.date().isBefore(today)
                                            && !day.date().isAfter(lastBookableDay(today)))
                                    .toList(),
                            existing.getOrDefault(code, List.of()),
                            rules.getOrDefault(code, List.of()),
                            now));
        }
        return ahead;
    }

    private List<QuotaDay> quotaDays(
            OfficeCode code, List<OfficeDay> days, List<Row> inBeing, List<WeekdayRule> rules, LocalDateTime now) {
        Map<LocalDate, Row> existing = inBeing.stream().collect(Collectors.toMap(Row::date, Function.identity()));
        return days.stream()
                .map(day -> quotaDay(
                        existing.getOrDefault(
                                day.date(), Row.notYetInBeing(code, day.date(), ruleFor(rules, day.date()))),
                        day,
                        now))
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
        return days(code, today, lastBookableDay(today)).stream()
                .filter(day -> (forStaff ? day.availableToStaff() : day.available()) > 0)
                .map(QuotaDay::date)
                .limit(howMany)
                .toList();
    }

    @PreAuthorize(READERS)
    public LocalDate lastBookableDay(LocalDate today) {
        return today.plusDays(settings.horizonDays());
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
        ZoneId zone = offices.find(code)
                .map(Office::timeZone)
                .orElseThrow(() -> new InvalidInput("office", "Kantor %s tidak dikenal.".formatted(code)));
        return LocalDateTime.ofInstant(clock.instant(), zone);
    }

    private LocalDateTime nowIn(Office place) {
        return LocalDateTime.ofInstant(clock.instant(), place.timeZone());
    }

    private QuotaDay quotaDay(Row row, OfficeDay officeDay, LocalDateTime now) {
        var facts = new BookingFacts(Optional.empty(), row.date(), officeDay, now, lastBookableDay(now.toLocalDate()));
        String closedBecause = BookingPolicy.firstRefusal(BookingPolicy.aboutTheDay(), facts)
                .map(Refusal::message)
                .or(() -> Optional.ofNullable(row.closure()))
                .orElseGet(() -> row.quota().capacity() == 0 ? "Belum ada kuota untuk hari ini." : null);
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
                closed ? 0 : free,
                state,
                closedBecause,
                row.closure(),
                officeDay,
                row.date().isAfter(facts.lastBookableDay()),
                row.followsRule(),
                row.version(),
                row.changedBy(),
                row.changedAt());
    }
}
