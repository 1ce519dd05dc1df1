package id.dukcapil.portal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.annotation.Transactional;

/** Changes are undone after each test. The clock stands at Monday 23 November 2026, 09.00 WIB. */
@IntegrationTest
@Transactional
@WithUserDetails("admin")
class ServiceWeeksTest {

    private static final OfficeCode CILEUNYI = new OfficeCode("320405");
    private static final OfficeCode MPP = new OfficeCode("MPP");
    private static final LocalDate NEXT_MONDAY = LocalDate.of(2026, 11, 30);
    private static final ServiceHours SHORT = new ServiceHours(LocalTime.of(9, 0), LocalTime.of(12, 0));

    @Autowired
    ServiceWeeks weeks;

    @Autowired
    SpecialDays specialDays;

    @Autowired
    OfficeCalendar calendar;

    @Test
    void aNewWeekHoldsFromItsDateOnAndTheStatuteUntilThen() {
        weeks.enter(CILEUNYI, week(NEXT_MONDAY, DayOfWeek.MONDAY, DayOfWeek.SATURDAY), List.of());

        assertThat(calendar.day(CILEUNYI, NEXT_MONDAY.minusDays(3)).isOpen()).isTrue();
        assertThat(calendar.day(CILEUNYI, NEXT_MONDAY).hours()).isEqualTo(SHORT);
        assertThat(calendar.day(CILEUNYI, NEXT_MONDAY.plusDays(1)).isOpen()).isFalse();
        assertThat(calendar.day(CILEUNYI, NEXT_MONDAY.plusDays(5)).hours()).isEqualTo(SHORT);
    }

    @Test
    void aNewWeekEndsTheOldOneOnTheDayBefore() {
        List<ServiceWeek> before = weeks.of(MPP);
        weeks.enter(MPP, week(NEXT_MONDAY, DayOfWeek.MONDAY), before);

        assertThat(weeks.of(MPP))
                .filteredOn(week -> week.period() == Period.NORMAL)
                .extracting(ServiceWeek::until)
                .containsExactly(NEXT_MONDAY.minusDays(1), null);
        assertThat(calendar.day(MPP, NEXT_MONDAY.minusDays(1)).isOpen()).isTrue();
        assertThat(calendar.day(MPP, NEXT_MONDAY.plusDays(6)).isOpen()).isFalse();
    }

    @Test
    void givingUpOnesOwnWeekLeadsBackToTheStatute() {
        weeks.giveUp(MPP, Period.NORMAL, NEXT_MONDAY, weeks.of(MPP));
        assertThat(calendar.day(MPP, NEXT_MONDAY.plusDays(6)).isOpen()).isFalse();
        assertThat(calendar.day(MPP, NEXT_MONDAY).hours())
                .isEqualTo(calendar.day(CILEUNYI, NEXT_MONDAY).hours());
    }

    @Test
    void twoAdministratorsAtOnceDoNotOverwriteEachOther() {
        List<ServiceWeek> seenByBoth = weeks.of(CILEUNYI);
        weeks.enter(CILEUNYI, week(NEXT_MONDAY, DayOfWeek.MONDAY), seenByBoth);
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> weeks.enter(CILEUNYI, week(NEXT_MONDAY, DayOfWeek.TUESDAY), seenByBoth));
    }

    @Test
    void thePastIsNotRewritten() {
        ServiceWeek yesterday = week(LocalDate.of(2026, 11, 22), DayOfWeek.MONDAY);
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> weeks.enter(CILEUNYI, yesterday, List.of()));
    }

    @Test
    void aWeekWithoutAnyOpenDayIsRefused() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new ServiceWeek(Period.NORMAL, NEXT_MONDAY, null, Map.of()));
    }

    @Test
    void theStatutoryWeekHasTheWorkingTimeOfPerpres21() {
        assertThat(ServiceWeek.statutory(Period.NORMAL, NEXT_MONDAY).workingTime())
                .isEqualTo(Duration.ofHours(37).plusMinutes(30));
        assertThat(ServiceWeek.statutory(Period.RAMADAN, NEXT_MONDAY).workingTime())
                .isEqualTo(Duration.ofHours(32).plusMinutes(30));
    }

    @Test
    void anOfficeServesOnAHolidayAndStaysClosedOnAWorkingDay() {
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        specialDays.enter(new ServiceOverride(CILEUNYI, christmas, true, SHORT, "Unit tetap melayani"));
        var closed = new ServiceOverride(CILEUNYI, NEXT_MONDAY, false, null, "Pindah gedung");
        specialDays.enter(closed);

        assertThat(calendar.day(CILEUNYI, christmas).hours()).isEqualTo(SHORT);
        assertThat(calendar.day(CILEUNYI, NEXT_MONDAY).closedBecause()).contains("Pindah gedung");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> specialDays.enter(closed))
                .withMessageContaining("sudah menjadi hari khusus");

        specialDays.remove(closed);
        assertThat(calendar.day(CILEUNYI, NEXT_MONDAY).isOpen()).isTrue();
        assertThatExceptionOfType(ChangedMeanwhile.class).isThrownBy(() -> specialDays.remove(closed));
    }

    private static ServiceWeek week(LocalDate from, DayOfWeek... days) {
        var hours = new EnumMap<DayOfWeek, ServiceHours>(DayOfWeek.class);
        for (DayOfWeek day : days) {
            hours.put(day, SHORT);
        }
        return new ServiceWeek(Period.NORMAL, from, null, hours);
    }
}
