package id.dukcapil.portal.sla.forecast;

import static java.util.stream.Collectors.toSet;

import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.common.Appointments;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SupplyForecast;
import id.dukcapil.portal.common.SupplyForecast.Supply;
import id.dukcapil.portal.sla.stay.Answer;
import id.dukcapil.portal.sla.stay.Question;
import id.dukcapil.portal.sla.stay.StayFacts;
import id.dukcapil.portal.sla.stay.Tally;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Foresees two weeks by the weekdays before them. Where people book, no day brings fewer than have booked. The same method,
 * applied to each of the last eight weeks with what was known before it, says how far it has been wrong.
 */
@Service
@PreAuthorize("hasAuthority('REPORT_READ')")
public class Forecasts {

    public static final int DAYS = 14;
    public static final int PROVED_WEEKS = 8;

    /** What people book for. */
    private static final String BOOKED = "kantor-cetak-ktp-el";

    private static final int WEEK = 7;

    private final StayFacts facts;
    private final OfficeCalendar calendar;
    private final List<Appointments> appointments;
    private final List<SupplyForecast> supplies;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final Clock clock;

    Forecasts(
            StayFacts facts,
            OfficeCalendar calendar,
            List<Appointments> appointments,
            List<SupplyForecast> supplies,
            CurrentStaff staff,
            Organisation organisation,
            JdbcClient jdbc,
            Clock clock) {
        this.facts = facts;
        this.calendar = calendar;
        this.appointments = appointments;
        this.supplies = supplies;
        this.staff = staff;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is left of supplies, those that end first at the top. */
    public List<Supply> supplies() {
        return supplies.stream()
                .flatMap(supply -> supply.now().stream())
                .sorted((one, other) -> end(one).compareTo(end(other)))
                .toList();
    }

    private static LocalDate end(Supply supply) {
        LocalDate end = supply.runsOutOn();
        return end == null ? LocalDate.MAX : end;
    }

    /** @param office null for all within reach */
    @Transactional(readOnly = true)
    public Forecast of(@Nullable OfficeCode office) {
        LocalDate today = organisation.today(clock);
        Set<OfficeCode> offices =
                staff.officesInScope(office).stream().map(OfficeCode::new).collect(toSet());
        List<LocalDate> days =
                IntStream.rangeClosed(1, DAYS).mapToObj(today::plusDays).toList();
        if (offices.isEmpty()) {
            return new Forecast(days, days.stream().map(day -> 0).toList(), List.of(), 0);
        }
        Map<LocalDate, Integer> booked = booked(days, offices);
        Map<String, List<Place>> places = places(offices, today);
        Answer before = facts.answer(new Question(today.minusWeeks(PROVED_WEEKS), today.minusDays(1), null, offices));
        var lines = new ArrayList<Forecast.Line>();
        places.forEach((standard, at) -> lines.add(new Forecast.Line(
                standard,
                days.stream()
                        .map(day -> Math.max(
                                expected(at, day, today), standard.equals(BOOKED) ? booked.getOrDefault(day, 0) : 0))
                        .toList(),
                secondsEach(before, standard),
                error(at, today))));
        return new Forecast(
                days,
                days.stream().map(day -> booked.getOrDefault(day, 0)).toList(),
                List.copyOf(lines),
                usualHours(before));
    }

    /** A procedure at one office. */
    private record Place(WeekdayPattern pattern) {

        double expected(LocalDate day, LocalDate known) {
            return pattern.served().contains(day) ? pattern.expected(day, known) : 0;
        }
    }

    private Map<String, List<Place>> places(Collection<OfficeCode> offices, LocalDate today) {
        LocalDate from = today.minusWeeks(PROVED_WEEKS + WeekdayPattern.LOOKED_BACK + 1L);
        var served = new HashMap<OfficeCode, Set<LocalDate>>();
        calendar.days(offices, from, today.plusDays(DAYS))
                .forEach((office, days) -> served.put(
                        office,
                        days.stream()
                                .filter(OfficeDay::isOpen)
                                .map(OfficeDay::date)
                                .collect(toSet())));
        var cases = new TreeMap<String, Map<OfficeCode, Map<LocalDate, Integer>>>();
        jdbc.sql("""
                        SELECT standard, office_code, DATE(began), SUM(sign) FROM sla_stay
                        WHERE step = 0 AND ended >= :from AND began >= :from AND began < :today AND office_code IN (:offices)
                        GROUP BY standard, office_code, DATE(began)""")
                .param("from", from.atStartOfDay())
                .param("today", today.atStartOfDay())
                .param("offices", offices.stream().map(OfficeCode::value).toList())
                .query(row -> {
                    cases.computeIfAbsent(row.getString(1), standard -> new HashMap<>())
                            .computeIfAbsent(new OfficeCode(row.getString(2)), office -> new HashMap<>())
                            .put(row.getObject(3, LocalDate.class), row.getInt(4));
                });
        var places = new TreeMap<String, List<Place>>();
        cases.forEach((standard, at) -> places.put(
                standard,
                at.entrySet().stream()
                        .map(one -> new Place(
                                new WeekdayPattern(one.getValue(), served.getOrDefault(one.getKey(), Set.of()))))
                        .toList()));
        return places;
    }

    private static double expected(List<Place> places, LocalDate day, LocalDate known) {
        return places.stream().mapToDouble(place -> place.expected(day, known)).sum();
    }

    private static @Nullable Double error(List<Place> places, LocalDate today) {
        double wrong = 0;
        int all = 0;
        for (int week = 1; week <= PROVED_WEEKS; week++) {
            LocalDate begun = today.minusWeeks(week);
            for (int day = 0; day < WEEK; day++) {
                LocalDate date = begun.plusDays(day);
                int came = places.stream()
                        .mapToInt(place -> place.pattern().cases().getOrDefault(date, 0))
                        .sum();
                wrong += Math.abs(expected(places, date, begun) - came);
                all += came;
            }
        }
        return all == 0 ? null : wrong / all;
    }

    private Map<LocalDate, Integer> booked(List<LocalDate> days, Set<OfficeCode> offices) {
        var booked = new HashMap<LocalDate, Integer>();
        appointments.stream()
                .flatMap(kept -> kept.between(days.getFirst(), days.getLast()).stream())
                .filter(held -> offices.contains(held.office()))
                .forEach(held -> booked.merge(held.date(), held.people(), Integer::sum));
        return booked;
    }

    private static double secondsEach(Answer before, String standard) {
        int cases = before.standards().getOrDefault(standard, Tally.NONE).count();
        return cases == 0 ? 0 : (double) seconds(before, standard) / cases;
    }

    private static long seconds(Answer before, @Nullable String standard) {
        return before.steps().entrySet().stream()
                .filter(step -> step.getKey().forOffice()
                        && (standard == null || step.getKey().standard().equals(standard)))
                .mapToLong(step -> step.getValue().seconds())
                .sum();
    }

    private static double usualHours(Answer before) {
        return before.days().isEmpty()
                ? 0
                : seconds(before, null) / 3_600.0 / before.days().size();
    }
}
