package id.dukcapil.portal.calendar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hours of Perpres 21/2023 with the holidays of December 2026 and Ramadan 1447 H. */
class WorkingTimeTest {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final ZoneId WIT = ZoneId.of("Asia/Jayapura");

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        // A Monday with its rest from 12.00 to 13.00
        "2026-11-23T07:30, 2026-11-23T16:00, PT7H30M",
        "2026-11-23T11:50, 2026-11-23T13:10, PT20M",
        "2026-11-23T12:05, 2026-11-23T12:55, PT0S",
        // A Friday: rest from 11.30 to 13.00, closing at 16.30
        "2026-11-27T07:30, 2026-11-27T16:30, PT7H30M",
        "2026-11-27T11:00, 2026-11-27T13:30, PT1H",
        // A Friday in Ramadan: 08.00 to 15.30, rest from 11.30 to 12.30
        "2026-02-27T07:00, 2026-02-27T17:00, PT6H30M",
        "2026-02-27T11:25, 2026-02-27T12:35, PT10M",
        // Friday afternoon to Monday morning
        "2026-11-27T16:10, 2026-11-30T07:50, PT40M",
        // 24 December is cuti bersama, the 25th a holiday, then a weekend: Wednesday to Monday
        "2026-12-23T15:00, 2026-12-28T08:30, PT2H",
        "2026-12-24T00:00, 2026-12-28T07:30, PT0S",
        "2026-12-24T00:00, 2026-12-29T00:00, PT7H30M",
        // A night, and nothing at all
        "2026-11-23T16:00, 2026-11-24T07:30, PT0S",
        "2026-11-23T09:00, 2026-11-23T09:00, PT0S",
        "2026-11-24T09:00, 2026-11-23T09:00, PT0S"
    })
    void onlyServiceHoursCount(LocalDateTime from, LocalDateTime to, Duration work) {
        assertThat(office(WIB).between(at(from), at(to))).isEqualTo(work);
    }

    @ParameterizedTest(name = "{1} of work after {0} is over at {2}")
    @CsvSource({
        "2026-11-23T09:00, PT5M, 2026-11-23T09:05",
        "2026-11-23T11:58, PT5M, 2026-11-23T13:03",
        "2026-11-23T12:30, PT5M, 2026-11-23T13:05",
        // What is done when the office closes is done then, not the next morning
        "2026-11-23T15:55, PT5M, 2026-11-23T16:00",
        "2026-11-23T15:55, PT6M, 2026-11-24T07:31",
        "2026-11-27T16:20, PT15M, 2026-11-30T07:35",
        "2026-12-23T15:50, PT30M, 2026-12-28T07:50",
        "2026-12-25T10:00, PT0S, 2026-12-25T10:00",
        "2026-12-01T00:00, PT150H, 2026-12-30T16:00"
    })
    void anAmountOfWorkIsOverAt(LocalDateTime from, Duration amount, LocalDateTime over) {
        assertThat(office(WIB).after(at(from), amount)).contains(at(over));
    }

    @ParameterizedTest(name = "at {0} with {1} as the due instant: {2}")
    @CsvSource({
        "2026-11-27T16:00, 2026-11-30T07:40, PT40M",
        "2026-11-30T08:15, 2026-11-30T07:40, PT-35M",
        "2026-11-30T11:50, 2026-11-27T16:20, PT-4H-30M",
        "2026-11-30T07:40, 2026-11-30T07:40, PT0S"
    })
    void workIsLeftUntilTheDueInstantAndDoneTooMuchAfterIt(LocalDateTime now, LocalDateTime due, Duration left) {
        assertThat(office(WIB).left(at(now), at(due))).isEqualTo(left);
    }

    @ParameterizedTest(name = "at {0} work goes on at {1}")
    @CsvSource({
        "2026-11-23T09:00, 2026-11-23T09:00",
        "2026-11-23T07:29, 2026-11-23T07:30",
        "2026-11-23T12:00, 2026-11-23T13:00",
        "2026-11-23T16:00, 2026-11-24T07:30",
        "2026-12-23T16:00, 2026-12-28T07:30"
    })
    void workGoesOnAt(LocalDateTime moment, LocalDateTime resumed) {
        assertThat(office(WIB).resumedAt(at(moment))).contains(at(resumed));
        assertThat(office(WIB).includes(at(moment))).isEqualTo(moment.equals(resumed));
    }

    @Test
    void theSameInstantsHoldOtherWorkInJayapuraThanInBandung() {
        Instant eightInBandung = at(LocalDateTime.parse("2026-11-23T08:00"));
        Instant tenInBandung = at(LocalDateTime.parse("2026-11-23T10:30"));

        assertThat(office(WIB).between(eightInBandung, tenInBandung)).isEqualTo(Duration.ofMinutes(150));
        // There it is 10.00 to 12.30, and the rest begins at 12.00
        assertThat(office(WIT).between(eightInBandung, tenInBandung)).isEqualTo(Duration.ofMinutes(120));
    }

    @Test
    void anOfficeThatServesOnTheHolidayWorksOnIt() {
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        var opened = new OfficeDay(
                christmas,
                StatutoryHours.on(christmas.getDayOfWeek(), Period.NORMAL).orElseThrow(),
                null,
                "Unit tetap melayani");
        WorkingTime time = WorkingTime.of(
                WIB,
                month -> days(month)
                        .map(day -> day.date().equals(christmas) ? opened : day)
                        .toList());

        assertThat(time.between(
                        at(christmas.atStartOfDay()), at(christmas.plusDays(1).atStartOfDay())))
                .isEqualTo(Duration.ofMinutes(450));
    }

    @Test
    void anOfficeThatHasClosedForGoodReachesNothing() {
        WorkingTime closed = WorkingTime.of(
                WIB,
                month -> days(month)
                        .map(day -> new OfficeDay(day.date(), null, null, "Kantor ditutup"))
                        .toList());
        Instant moment = at(LocalDateTime.parse("2026-11-23T09:00"));

        assertThat(closed.after(moment, Duration.ofMinutes(5))).isEmpty();
        assertThat(closed.resumedAt(moment)).isEmpty();
    }

    @Test
    void noAmountOfWorkIsNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> office(WIB).after(at(LocalDateTime.parse("2026-11-23T09:00")), Duration.ofMinutes(-1)));
    }

    @Test
    void everyMonthIsReadOnceAndOnlyWhenItIsNeeded() {
        var read = new ArrayList<YearMonth>();
        WorkingTime time = WorkingTime.of(WIB, month -> {
            read.add(month);
            return days(month).toList();
        });
        assertThat(read).isEmpty();

        Instant endOfNovember = at(LocalDateTime.parse("2026-11-30T15:58"));
        time.after(endOfNovember, Duration.ofMinutes(5));
        time.between(endOfNovember, endOfNovember.plus(Duration.ofDays(20)));
        time.without(List.of(new TimeSpan(endOfNovember, endOfNovember.plusSeconds(60))))
                .includes(endOfNovember);

        assertThat(read).containsExactly(YearMonth.of(2026, 11), YearMonth.of(2026, 12));
    }

    private static WorkingTime office(ZoneId zone) {
        return WorkingTime.of(zone, month -> days(month).toList());
    }

    private static Stream<OfficeDay> days(YearMonth month) {
        var ramadan = new Ramadan(LocalDate.of(2026, 2, 19), LocalDate.of(2026, 3, 20), "TERKONFIRMASI");
        Map<LocalDate, Holiday> holidays = Stream.of("2026-12-24", "2026-12-25")
                .map(LocalDate::parse)
                .map(date -> new Holiday(date, "Natal", Holiday.Kind.NATIONAL, "SKB", "uji", Holiday.CONFIRMED, null))
                .collect(toMap(Holiday::date, identity()));
        return new OfficeTimetable(List.of(), List.of(ramadan), holidays, Map.of(), ServicePeriod.ALWAYS)
                .days(month.atDay(1), month.atEndOfMonth()).stream();
    }

    private static Instant at(LocalDateTime wib) {
        return wib.atZone(WIB).toInstant();
    }
}
