package id.dukcapil.portal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.dukcapil.portal.common.OfficeCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfficeTimetableTest {

    private static final OfficeCode OFFICE = new OfficeCode("320437");
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
    private static final Holiday HOLIDAY = new Holiday(
            CHRISTMAS, "Kelahiran Yesus Kristus", Holiday.Kind.NATIONAL, "SKB", "uji", "TERKONFIRMASI", null);
    private static final ServiceHours MORNING = new ServiceHours(LocalTime.of(8, 0), LocalTime.of(12, 0));
    private static final ServiceHours SHORT_MORNING = new ServiceHours(LocalTime.of(9, 0), LocalTime.of(11, 0));

    @Test
    void anOfficeThatServesOnAHolidayIsOpenWithItsUsualHours() {
        OfficeDay day = timetable(override(CHRISTMAS, true, null)).day(CHRISTMAS);
        assertThat(day.isOpen()).isTrue();
        assertThat(day.hours())
                .isEqualTo(StatutoryHours.on(DayOfWeek.FRIDAY, Period.NORMAL).orElseThrow());
        assertThat(day.holiday()).isEqualTo(HOLIDAY);
        assertThat(day.closedBecause()).isEmpty();
        assertThat(day.exception()).isEqualTo("Unit tetap melayani");
    }

    @Test
    void anOfficeThatServesOnASundayTakesTheHoursOfMonday() {
        assertThat(timetable(override(SUNDAY, true, null)).day(SUNDAY).hours())
                .isEqualTo(StatutoryHours.on(DayOfWeek.MONDAY, Period.NORMAL).orElseThrow());
    }

    @Test
    void theHoursOfAnOverrideCountBeforeTheUsualOnes() {
        assertThat(timetable(override(CHRISTMAS, true, MORNING)).day(CHRISTMAS).hours())
                .isEqualTo(MORNING);
    }

    @Test
    void anOfficeThatDoesNotServeOnAWorkingDaySaysWhy() {
        LocalDate monday = SUNDAY.plusDays(1);
        OfficeDay day = timetable(new ServiceOverride(OFFICE, monday, false, null, "Pindah gedung"))
                .day(monday);
        assertThat(day.isOpen()).isFalse();
        assertThat(day.closedBecause()).contains("Pindah gedung");
    }

    @Test
    void aWeekdayMissingFromTheOfficesOwnHoursIsClosed() {
        var timetable = timetable(own(DayOfWeek.MONDAY, MORNING, Period.NORMAL, "2026-01-01", null));
        assertThat(timetable.day(LocalDate.of(2026, 11, 23)).hours()).isEqualTo(MORNING);
        assertThat(timetable.day(LocalDate.of(2026, 11, 25)).closedBecause()).contains("Rabu: tidak ada pelayanan");
    }

    @Test
    void ownHoursHoldFromTheirFirstToTheirLastDay() {
        var timetable = timetable(own(DayOfWeek.MONDAY, MORNING, Period.NORMAL, "2026-11-09", "2026-11-16"));
        ServiceHours statutory =
                StatutoryHours.on(DayOfWeek.MONDAY, Period.NORMAL).orElseThrow();
        assertThat(timetable.day(LocalDate.of(2026, 11, 2)).hours()).isEqualTo(statutory);
        assertThat(timetable.day(LocalDate.of(2026, 11, 9)).hours()).isEqualTo(MORNING);
        assertThat(timetable.day(LocalDate.of(2026, 11, 16)).hours()).isEqualTo(MORNING);
        assertThat(timetable.day(LocalDate.of(2026, 11, 23)).hours()).isEqualTo(statutory);
    }

    @Test
    void newerOwnHoursReplaceOlderOnesOfTheSameWeekday() {
        var timetable = timetable(
                own(DayOfWeek.MONDAY, MORNING, Period.NORMAL, "2026-01-01", null),
                own(DayOfWeek.MONDAY, SHORT_MORNING, Period.NORMAL, "2026-11-23", null));
        assertThat(timetable.day(LocalDate.of(2026, 11, 16)).hours()).isEqualTo(MORNING);
        assertThat(timetable.day(LocalDate.of(2026, 11, 23)).hours()).isEqualTo(SHORT_MORNING);
    }

    @Test
    void anOfficeWithHoursOfItsOwnKeepsThemInRamadanUnlessItHasOthersForIt() {
        LocalDate mondayInRamadan = LocalDate.of(2026, 2, 23);
        OfficeHours normal = own(DayOfWeek.MONDAY, MORNING, Period.NORMAL, "2026-01-01", null);
        OfficeHours fasting = own(DayOfWeek.MONDAY, SHORT_MORNING, Period.RAMADAN, "2026-01-01", null);
        assertThat(timetable(normal).day(mondayInRamadan).hours()).isEqualTo(MORNING);
        assertThat(timetable(normal, fasting).day(mondayInRamadan).hours()).isEqualTo(SHORT_MORNING);
        assertThat(timetable(normal, fasting).day(LocalDate.of(2026, 3, 30)).hours())
                .isEqualTo(MORNING);
    }

    @Test
    void hoursThatContradictThemselvesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceHours(LocalTime.of(16, 0), LocalTime.of(8, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceHours(LocalTime.of(8, 0), LocalTime.of(16, 0), LocalTime.of(12, 0), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceHours(
                        LocalTime.of(8, 0), LocalTime.of(16, 0), LocalTime.of(7, 0), LocalTime.of(9, 0)));
    }

    private static OfficeTimetable timetable(ServiceOverride override) {
        return timetable(Map.of(override.date(), override));
    }

    private static OfficeTimetable timetable(OfficeHours... own) {
        return timetable(Map.of(), own);
    }

    private static OfficeTimetable timetable(Map<LocalDate, ServiceOverride> overrides, OfficeHours... own) {
        var ramadan = new Ramadan(LocalDate.of(2026, 2, 19), LocalDate.of(2026, 3, 20), "TERKONFIRMASI");
        return new OfficeTimetable(
                Stream.of(own).toList(),
                List.of(ramadan),
                Map.of(HOLIDAY.date(), HOLIDAY),
                overrides,
                ServicePeriod.ALWAYS);
    }

    private static ServiceOverride override(LocalDate date, boolean serves, @Nullable ServiceHours hours) {
        return new ServiceOverride(OFFICE, date, serves, hours, "Unit tetap melayani");
    }

    private static OfficeHours own(
            DayOfWeek weekday, ServiceHours hours, Period period, String from, @Nullable String to) {
        return new OfficeHours(
                OFFICE, weekday, hours, period, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
