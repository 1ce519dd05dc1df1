package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.booking.Fairness.ChannelUse;
import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.calendar.ServiceHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When one person or one application has had enough, and until when. Now is Monday 23 November 2026, 09.00 WIB. */
class BookingLimitsTest {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-23T09:00");
    private static final LocalDate TODAY = NOW.toLocalDate();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final BookingLimits LIMITS =
            new BookingLimits(Duration.ofDays(14), 5, 3, 2, Duration.ofDays(90), Duration.ofDays(7));
    private static final BookingWindow HALF = new BookingWindow(30, LocalTime.of(7, 0), true, 50, null);

    @Test
    void whoHasNeverBookedIsNotLimited() {
        assertThat(judge(PersonHistory.NONE)).isEmpty();
    }

    @Test
    void whoChangesTheirMindTwiceIsNotLimited() {
        assertThat(judge(new PersonHistory(daysAgo(1, 3, 5, 6), daysAgo(1, 3), List.of())))
                .isEmpty();
    }

    @Test
    void whoGivesBackThreeSeatsInTwoWeeksWaitsUntilTheFirstOfThemIsTwoWeeksOld() {
        Refusal refusal = judge(new PersonHistory(daysAgo(1, 3, 5), daysAgo(1, 3, 5), List.of()))
                .orElseThrow();
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.LIMIT_REACHED);
        assertThat(refusal.message())
                .isEqualTo("NIK ini sudah membatalkan 3 kali dalam 14 hari. Pemesanan dapat dilakukan lagi mulai"
                        + " 2 Desember 2026, 09.00 WIB, atau lewat petugas loket.");
        assertThat(refusal.until()).isEqualTo(Instant.parse("2026-12-02T02:00:00Z"));
    }

    @Test
    void staffAreToldOfTheReasonThatHelpsAndNotOfTheCounterTheySitAt() {
        var tooMany =
                new Fairness(LIMITS, new PersonHistory(daysAgo(1, 3, 5), daysAgo(1, 3, 5), List.of()), false, null);
        Refusal refusal = judge(tooMany, true).orElseThrow();
        assertThat(refusal.message())
                .endsWith("lagi mulai 2 Desember 2026, 09.00 WIB, atau sekarang dengan alasan tertulis.");
    }

    @Test
    void theThirdLatestCountsWhenThereAreMore() {
        Refusal refusal = judge(new PersonHistory(List.of(), daysAgo(1, 2, 3, 4, 5), List.of()))
                .orElseThrow();
        assertThat(refusal.until()).isEqualTo(NOW.plusDays(11).atZone(WIB).toInstant());
    }

    @Test
    void exactlyAtTheToldMomentItIsPossibleAgain() {
        Instant now = NOW.atZone(WIB).toInstant();
        List<Instant> three = List.of(now.minus(Duration.ofDays(14)), now, now);
        assertThat(PersonHistory.tooManyUntil(three, 3, Duration.ofDays(14), now))
                .isEmpty();
        assertThat(PersonHistory.tooManyUntil(three, 3, Duration.ofDays(14), now.minusNanos(1)))
                .contains(now);
    }

    @Test
    void fiveBookingsInTwoWeeksAreEnough() {
        Refusal refusal = judge(new PersonHistory(daysAgo(1, 2, 3, 4, 5), daysAgo(1, 2), List.of()))
                .orElseThrow();
        assertThat(refusal.message()).startsWith("NIK ini sudah memesan 5 kali dalam 14 hari.");
    }

    @ParameterizedTest
    @CsvSource({"1, 2026-11-29", "6, 2026-11-24", "7, ", "80, "})
    void whoMissedTwoDaysPausesAWeekFromTheLast(int lastMissedDaysAgo, @Nullable LocalDate until) {
        var history = new PersonHistory(
                List.of(),
                List.of(),
                List.of(TODAY.minusDays(lastMissedDaysAgo + 5L), TODAY.minusDays(lastMissedDaysAgo)));
        assertThat(judge(history).map(Refusal::until))
                .isEqualTo(Optional.ofNullable(until)
                        .map(day -> day.atStartOfDay(WIB).toInstant()));
    }

    @Test
    void oneMissedDayOrOnesLongAgoMeanNothing() {
        assertThat(judge(new PersonHistory(List.of(), List.of(), List.of(TODAY.minusDays(1)))))
                .isEmpty();
        assertThat(judge(new PersonHistory(List.of(), List.of(), List.of(TODAY.minusDays(1), TODAY.minusDays(90)))))
                .isEmpty();
    }

    @Test
    void whomStaffGiveASeatWithAReasonIsNotLimited() {
        var much = new PersonHistory(daysAgo(1, 2, 3, 4, 5), daysAgo(1, 2, 3), List.of());
        assertThat(judge(new Fairness(LIMITS, much, true, null))).isEmpty();
    }

    @Test
    void aLimitOfNoneIsNoLimit() {
        var much = new PersonHistory(daysAgo(1, 2, 3, 4, 5), daysAgo(1, 2, 3), List.of(TODAY, TODAY));
        assertThat(judge(new Fairness(BookingLimits.NONE, much, false, null))).isEmpty();
    }

    @Test
    void anApplicationWithoutSeatsLeftIsToldWhenTheRestIsForAll() {
        Instant until = Instant.parse("2026-11-29T00:00:00Z");
        var used = new Fairness(LIMITS, PersonHistory.NONE, false, new ChannelUse(10, 10, until));
        Refusal refusal = judge(used).orElseThrow();
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CHANNEL_FULL);
        assertThat(refusal.message()).contains("30 November 2026", "mulai 29 November 2026, 07.00 WIB");
        assertThat(refusal.until()).isEqualTo(until);
        assertThat(judge(new Fairness(LIMITS, PersonHistory.NONE, false, new ChannelUse(9, 10, until))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, 10, 45", "11, 0, 6", "1, 0, 1", "5, 5, 1", "2, 0, 1"})
    void theShareIsOfTheSeatsForThePublicRoundedUp(int capacity, int reserved, int share) {
        assertThat(HALF.shareOf(new QuotaRule(capacity, reserved))).isEqualTo(share);
    }

    @Test
    void theShareEndsAtTheHourOfOpeningOnTheDayBefore() {
        assertThat(HALF.shareHolds(DAY, LocalDateTime.parse("2026-11-29T06:59:59")))
                .isTrue();
        assertThat(HALF.shareHolds(DAY, LocalDateTime.parse("2026-11-29T07:00")))
                .isFalse();
        assertThat(HALF.shareHolds(DAY, LocalDateTime.parse("2026-10-31T06:59")))
                .as("not open yet")
                .isFalse();
    }

    private static List<Instant> daysAgo(int... days) {
        return Arrays.stream(days)
                .mapToObj(ago -> NOW.minusDays(ago).atZone(WIB).toInstant())
                .toList();
    }

    private static Optional<Refusal> judge(PersonHistory history) {
        return judge(new Fairness(LIMITS, history, false, null));
    }

    private static Optional<Refusal> judge(Fairness fairness) {
        return judge(fairness, false);
    }

    private static Optional<Refusal> judge(Fairness fairness, boolean forStaff) {
        var hours = new ServiceHours(LocalTime.of(7, 30), LocalTime.of(16, 0), null, null);
        var facts = new BookingFacts(
                Optional.empty(), DAY, new OfficeDay(DAY, hours, null), NOW, WIB, HALF, forStaff, fairness);
        return BookingPolicy.firstRefusal(
                List.of(
                        BookingPolicy.personHasNotBookedTooOften,
                        BookingPolicy.personHasNotGivenBackTooManySeats,
                        BookingPolicy.personHasComeOrThePauseIsOver,
                        BookingPolicy.applicationHasSeatsOfItsShareLeft),
                facts);
    }
}
