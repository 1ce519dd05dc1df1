package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.calendar.ServiceHours;
import id.dukcapil.portal.common.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At what moment which day opens, by the clock of the office. */
class BookingWindowTest {

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final BookingWindow SEVEN = new BookingWindow(7, LocalTime.of(7, 0), true, 100, null);
    private static final BookingWindow STAFF_FIRST = new BookingWindow(7, LocalTime.of(7, 0), false, 100, null);

    @ParameterizedTest
    @CsvSource({
        "06:59:59.999999999, 2026-11-29",
        "07:00:00, 2026-11-30",
        "07:00:00.000000001, 2026-11-30",
        "00:00:00, 2026-11-29",
        "23:59:59.999999999, 2026-11-30"
    })
    void theFurthestDayOpensAtExactlyTheHour(LocalTime time, LocalDate last) {
        assertThat(SEVEN.lastDay(MONDAY.atTime(time), false)).isEqualTo(last);
    }

    @Test
    void theNextDayTakesTheHourOfTheDayBeforeUntilItsOwnHour() {
        assertThat(SEVEN.lastDay(MONDAY.plusDays(1).atTime(6, 59), false)).isEqualTo(MONDAY.plusDays(7));
        assertThat(SEVEN.lastDay(MONDAY.plusDays(1).atTime(7, 0), false)).isEqualTo(MONDAY.plusDays(8));
    }

    @Test
    void closedDaysAreCountedLikeAnyOther() {
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        assertThat(SEVEN.opening(christmas, false)).isEqualTo("2026-12-18T07:00");
        assertThat(SEVEN.lastDay(LocalDateTime.parse("2026-12-27T08:00"), false))
                .as("opened on a Sunday")
                .isEqualTo(LocalDate.of(2027, 1, 3));
    }

    @Test
    void theMomentOfOpeningIsTheFirstAtWhichTheDayIsOpen() {
        for (int day = 0; day < 40; day++) {
            LocalDate date = MONDAY.plusDays(day);
            LocalDateTime opening = SEVEN.opening(date, false);
            assertThat(SEVEN.hasOpened(date, opening, false)).isTrue();
            assertThat(SEVEN.hasOpened(date, opening.minusNanos(1), false)).isFalse();
        }
    }

    @Test
    void staffWaitForTheHourUnlessTheOfficeSaysOtherwise() {
        LocalDateTime early = MONDAY.atTime(0, 0);
        assertThat(SEVEN.lastDay(early, true)).isEqualTo(MONDAY.plusDays(6));
        assertThat(STAFF_FIRST.lastDay(early, true)).isEqualTo(MONDAY.plusDays(7));
        assertThat(STAFF_FIRST.lastDay(early, false)).isEqualTo(MONDAY.plusDays(6));
        assertThat(STAFF_FIRST.lastDay(MONDAY.minusDays(1).atTime(23, 59), true))
                .as("never a day further than the public will get on that day")
                .isEqualTo(MONDAY.plusDays(6));
    }

    @Test
    void withoutAnHourDaysOpenAtMidnightAsTheyAlwaysDid() {
        BookingWindow usual = BookingWindow.fromMidnight(30);
        assertThat(usual.lastDay(MONDAY.atStartOfDay(), false)).isEqualTo(MONDAY.plusDays(30));
        assertThat(usual.lastDay(MONDAY.atTime(LocalTime.MAX), true)).isEqualTo(MONDAY.plusDays(30));
    }

    @Test
    void aWindowOfNoDaysOpensTodayAtItsHour() {
        var sameDay = new BookingWindow(0, LocalTime.of(7, 0), true, 100, null);
        assertThat(sameDay.hasOpened(MONDAY, MONDAY.atTime(6, 59), false)).isFalse();
        assertThat(sameDay.hasOpened(MONDAY, MONDAY.atTime(7, 0), false)).isTrue();
        assertThat(sameDay.hasOpened(MONDAY.plusDays(1), MONDAY.atTime(7, 0), false))
                .isFalse();
    }

    @Test
    void whoAsksTooEarlyIsToldTheMoment() {
        Refusal refusal = judge(MONDAY.plusDays(7), MONDAY.atTime(6, 30), false).orElseThrow();
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DAY_CLOSED);
        assertThat(refusal.message())
                .isEqualTo(
                        "Pemesanan untuk 30 November 2026 belum dibuka; dibuka Senin, 23 November 2026 pukul 07.00 WITA.");
        assertThat(refusal.until()).isEqualTo(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(judge(MONDAY.plusDays(7), MONDAY.atTime(7, 0), false)).isEmpty();
    }

    @Test
    void aShorterWindowClosesDaysThatWereOpenAndAWiderOneOpensThemAtOnce() {
        var shorter = new BookingWindow(3, LocalTime.of(7, 0), true, 100, null);
        var wider = new BookingWindow(14, LocalTime.of(7, 0), true, 100, null);
        LocalDateTime now = MONDAY.atTime(9, 0);
        LocalDate thatDay = MONDAY.plusDays(7);
        assertThat(SEVEN.hasOpened(thatDay, now, false)).isTrue();
        assertThat(shorter.hasOpened(thatDay, now, false)).isFalse();
        assertThat(shorter.opening(thatDay, false))
                .isEqualTo(thatDay.minusDays(3).atTime(7, 0));
        assertThat(wider.hasOpened(thatDay.plusDays(7), now, false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1, 100, daysAhead", "367, 100, daysAhead", "7, 0, channelPercent", "7, 101, channelPercent"})
    void numbersThatCannotBeAWindowAreNamed(int days, int percent, String field) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new BookingWindow(days, LocalTime.NOON, true, percent, null))
                .satisfies(invalid ->
                        assertThat(invalid.findings().getFirst().field()).isEqualTo(field));
    }

    private static Optional<Refusal> judge(LocalDate date, LocalDateTime now, boolean forStaff) {
        var hours = new ServiceHours(LocalTime.of(7, 30), LocalTime.of(16, 0), null, null);
        var facts = BookingFacts.ofDay(new OfficeDay(date, hours, null), now, WITA, SEVEN, forStaff);
        return BookingPolicy.firstRefusal(BookingPolicy.aboutTheDay(), Objects.requireNonNull(facts));
    }
}
