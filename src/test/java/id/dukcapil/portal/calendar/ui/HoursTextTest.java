package id.dukcapil.portal.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.calendar.ServiceHours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoursTextTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final ServiceHours USUAL = hours("07:30", "16:00", "12:00", "13:00");
    private static final ServiceHours FRIDAY = hours("07:30", "16:30", "11:30", "13:00");
    private static final ServiceHours SHORT = new ServiceHours(LocalTime.of(9, 0), LocalTime.of(12, 0));

    @Test
    void weekdaysWithTheSameHoursStandTogether() {
        assertThat(HoursText.week(List.of(day(0, USUAL), day(1, USUAL), day(2, USUAL), day(4, FRIDAY), day(5, SHORT))))
                .containsExactly(
                        "Senin–Rabu 07.30–16.00, istirahat 12.00–13.00",
                        "Jumat 07.30–16.30, istirahat 11.30–13.00",
                        "Sabtu 09.00–12.00");
    }

    @Test
    void anExceptionIsNotTheUsualWeek() {
        var exception = new OfficeDay(MONDAY, SHORT, null, "Pelayanan setengah hari");
        assertThat(HoursText.week(List.of(exception, day(7, USUAL))))
                .containsExactly("Senin 07.30–16.00, istirahat 12.00–13.00");
    }

    private static OfficeDay day(int plus, ServiceHours hours) {
        return new OfficeDay(MONDAY.plusDays(plus), hours, null);
    }

    private static ServiceHours hours(String opens, String closes, String restFrom, String restTo) {
        return new ServiceHours(
                LocalTime.parse(opens), LocalTime.parse(closes), LocalTime.parse(restFrom), LocalTime.parse(restTo));
    }
}
