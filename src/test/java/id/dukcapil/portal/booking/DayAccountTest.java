package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums and words of a day's account. */
class DayAccountTest {

    private static final Instant NINE = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void everyNumberIsCountedOnceAndReadOutInRanges() {
        var account = new DayAccount(
                7,
                List.of(
                        number(1, DayEnding.HANDED_OVER, NINE, NINE.plusSeconds(600)),
                        number(2, DayEnding.HANDED_OVER, NINE, NINE.plusSeconds(1200)),
                        number(3, DayEnding.HANDED_OVER, NINE, null),
                        number(4, DayEnding.REPLACED, null, null),
                        number(5, DayEnding.HANDED_OVER, NINE, null),
                        number(6, DayEnding.WAITING, NINE.plusSeconds(60), null),
                        number(7, DayEnding.WAITING, NINE.plusSeconds(30), null)));
        assertThat(account.numbersOf(DayEnding.HANDED_OVER)).isEqualTo("001–003, 005");
        assertThat(account.numbersOf(DayEnding.MOVED)).isEmpty();
        assertThat(account.came()).isEqualTo(6);
        assertThat(account.seats()).isEqualTo(6);
        assertThat(account.averageWait()).contains(Duration.ofMinutes(15));
        assertThat(account.longestWaiting()).contains(NINE.plusSeconds(30));
        assertThat(Stream.of(DayEnding.values()).mapToInt(account::count).sum()).isEqualTo(account.issued());
    }

    @Test
    void aDayWithoutNumbersHasNoWait() {
        var account = new DayAccount(0, List.of());
        assertThat(account.averageWait()).isEmpty();
        assertThat(account.longestWaiting()).isEmpty();
        assertThat(account.seats()).isZero();
    }

    @ParameterizedTest
    @EnumSource(BookingStatus.class)
    void everyStatusHasAnEndingAndOnlyAWaitingOneDependsOnTheRelease(BookingStatus status) {
        assertThat(DayEnding.of(status, true) == DayEnding.of(status, false)).isEqualTo(status != BookingStatus.BOOKED);
    }

    private static DayAccount.Number number(
            int number, DayEnding ending, @Nullable Instant came, @Nullable Instant served) {
        return new DayAccount.Number(number, ending, came, served);
    }
}
