package id.dukcapil.portal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatutoryHoursTest {

    @ParameterizedTest(name = "{0}: {1} a week")
    @CsvSource({"NORMAL, PT37H30M", "RAMADAN, PT32H30M"})
    void theWeekHasTheWorkingTimeOfPerpres21Of2023(Period period, Duration expected) {
        Duration week = Arrays.stream(DayOfWeek.values())
                .flatMap(weekday -> StatutoryHours.on(weekday, period).stream())
                .map(ServiceHours::workingTime)
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(week).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} in period {1} rests {2}")
    @CsvSource({"MONDAY, NORMAL, PT1H", "FRIDAY, NORMAL, PT1H30M", "THURSDAY, RAMADAN, PT30M", "FRIDAY, RAMADAN, PT1H"})
    void theRestIsLongerOnFridays(DayOfWeek weekday, Period period, Duration rest) {
        assertThat(StatutoryHours.on(weekday, period).orElseThrow().rest()).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource({"SATURDAY", "SUNDAY"})
    void nobodyWorksAtTheWeekend(DayOfWeek weekday) {
        assertThat(StatutoryHours.on(weekday, Period.NORMAL)).isEmpty();
        assertThat(StatutoryHours.on(weekday, Period.RAMADAN)).isEmpty();
    }

    @ParameterizedTest(name = "at {0} people are served: {1}")
    @CsvSource({
        "07:29, false",
        "07:30, true",
        "11:29, true",
        "11:30, false",
        "12:59, false",
        "13:00, true",
        "16:29, true",
        "16:30, false"
    })
    void onFridaysTheCountersCloseForTheRestAndReopen(LocalTime time, boolean serves) {
        assertThat(StatutoryHours.on(DayOfWeek.FRIDAY, Period.NORMAL)
                        .orElseThrow()
                        .servesAt(time))
                .isEqualTo(serves);
    }

    @Test
    void hoursWithoutARestCountInFull() {
        assertThat(new ServiceHours(LocalTime.of(9, 0), LocalTime.of(12, 0)).workingTime())
                .isEqualTo(Duration.ofHours(3));
    }
}
