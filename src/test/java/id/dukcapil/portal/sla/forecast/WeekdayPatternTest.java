package id.dukcapil.portal.sla.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** Mondays bring twenty, other days ten; the office was closed on one Monday. */
class WeekdayPatternTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final HashMap<LocalDate, Integer> cases = new HashMap<>();
    private final HashSet<LocalDate> served = new HashSet<>();
    private final WeekdayPattern pattern = new WeekdayPattern(cases, served);

    WeekdayPatternTest() {
        for (LocalDate day = MONDAY.minusWeeks(10); day.isBefore(MONDAY); day = day.plusDays(1)) {
            served.add(day);
            cases.put(day, day.getDayOfWeek() == MONDAY.getDayOfWeek() ? 20 : 10);
        }
    }

    @Test
    void aDayIsExpectedToBringWhatItsWeekdayBrought() {
        assertThat(pattern.expected(MONDAY, MONDAY)).isEqualTo(20);
        assertThat(pattern.expected(MONDAY.plusDays(1), MONDAY)).isEqualTo(10);
        assertThat(pattern.expected(MONDAY.plusWeeks(1), MONDAY))
                .as("the week after")
                .isEqualTo(20);
    }

    @Test
    void aDayOnWhichTheOfficeWasClosedSaysNothing() {
        served.remove(MONDAY.minusWeeks(1));
        cases.remove(MONDAY.minusWeeks(1));
        assertThat(pattern.expected(MONDAY, MONDAY)).isEqualTo(20);
    }

    @Test
    void aDayWithoutACaseCounts() {
        cases.remove(MONDAY.minusWeeks(1));
        assertThat(pattern.expected(MONDAY, MONDAY)).isEqualTo(15);
    }

    @Test
    void whatIsKnownLaterDoesNotHelpAnEarlierForecast() {
        cases.put(MONDAY.minusWeeks(1), 100);
        assertThat(pattern.expected(MONDAY.minusWeeks(1), MONDAY.minusWeeks(1))).isEqualTo(20);
    }

    @Test
    void anOfficeThatHasJustOpenedIsExpectedToBringNothing() {
        assertThat(new WeekdayPattern(cases, new HashSet<>()).expected(MONDAY, MONDAY))
                .isZero();
    }
}
