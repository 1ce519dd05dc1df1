package id.dukcapil.portal.calendar;

import static java.util.stream.Collectors.toSet;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Offices of all three zones with any week, holidays and a fasting month, and spans of weeks around the end of a year. */
public class WorkingDays extends DomainContextBase {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final int DAYS = 62;
    private static final Ramadan EARLY_RAMADAN =
            new Ramadan(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 2, 2), "PERKIRAAN");

    /** An office at work on any days; hours that are missing are days without service. */
    public record Place(ZoneId zone, Map<DayOfWeek, ServiceHours> week, Set<LocalDate> holidays) {

        public WorkingTime time() {
            return WorkingTime.of(
                    zone,
                    month -> month.atDay(1)
                            .datesUntil(month.plusMonths(1).atDay(1))
                            .map(this::day)
                            .toList());
        }

        public Place closedOn(LocalDate date) {
            return new Place(
                    zone,
                    week,
                    Stream.concat(holidays.stream(), Stream.of(date)).collect(toSet()));
        }

        OfficeDay day(LocalDate date) {
            if (holidays.contains(date)) {
                return new OfficeDay(date, null, holiday(date));
            }
            ServiceHours own = week.get(date.getDayOfWeek());
            ServiceHours fasting =
                    StatutoryHours.on(date.getDayOfWeek(), Period.RAMADAN).orElse(null);
            return new OfficeDay(date, own != null && EARLY_RAMADAN.contains(date) ? fasting : own, null);
        }

        /** Whether people are served at that moment, by the hours of the day alone. */
        public boolean servesAt(Instant moment) {
            var local = moment.atZone(zone).toLocalDateTime();
            ServiceHours hours = day(local.toLocalDate()).hours();
            return hours != null && hours.servesAt(local.toLocalTime());
        }

        private static Holiday holiday(LocalDate date) {
            return new Holiday(date, "Libur", Holiday.Kind.LOCAL, "SK", "uji", Holiday.CONFIRMED, null);
        }
    }

    @Provide
    Arbitrary<Place> places() {
        return Combinators.combine(zones(), weeks(), dates().set().ofMaxSize(12))
                .as(Place::new);
    }

    @Provide
    Arbitrary<Instant> moments() {
        Instant first = FIRST.atStartOfDay(ZoneId.of("Asia/Jakarta")).toInstant();
        return Arbitraries.longs()
                .between(0, Duration.ofDays(DAYS).toMinutes())
                .map(minutes -> first.plus(Duration.ofMinutes(minutes)));
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<Duration> amounts() {
        return Arbitraries.longs().between(0, 80L * 60).map(Duration::ofMinutes);
    }

    private static Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura").map(ZoneId::of);
    }

    /** Mondays are always worked for some hours, so that every amount is reached within a year. */
    private static Arbitrary<Map<DayOfWeek, ServiceHours>> weeks() {
        Arbitrary<Map<DayOfWeek, ServiceHours>> days =
                Arbitraries.maps(Arbitraries.of(DayOfWeek.class), Arbitraries.oneOf(hours(), hoursWithRest()));
        return Combinators.combine(days, hours()).as((week, monday) -> {
            var whole = new HashMap<>(week);
            whole.put(DayOfWeek.MONDAY, monday);
            return Map.copyOf(whole);
        });
    }

    private static Arbitrary<ServiceHours> hours() {
        return Combinators.combine(times("00:00", "10:59"), times("13:30", "23:59"))
                .as(ServiceHours::new);
    }

    private static Arbitrary<ServiceHours> hoursWithRest() {
        return Combinators.combine(
                        times("00:00", "10:59"),
                        times("13:30", "23:59"),
                        times("11:00", "12:14"),
                        times("12:15", "13:29"))
                .as(ServiceHours::new);
    }

    private static Arbitrary<LocalTime> times(String first, String last) {
        return Arbitraries.integers()
                .between(minute(first), minute(last))
                .map(minute -> LocalTime.ofSecondOfDay(minute * 60L));
    }

    private static int minute(String time) {
        return LocalTime.parse(time).toSecondOfDay() / 60;
    }
}
