package id.dukcapil.portal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
class OfficeCalendarTest {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final OfficeCode MPP = new OfficeCode("MPP");

    @Autowired
    OfficeCalendar calendar;

    @Autowired
    ConfiguredHours configuredHours;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Offices offices;

    @ParameterizedTest(name = "{0} on {1}: {2}-{3}, rest {4}-{5}")
    @CsvSource({
        // An ordinary Monday and Friday
        "DINAS, 2026-11-23, 07:30, 16:00, 12:00, 13:00",
        "DINAS, 2026-11-27, 07:30, 16:30, 11:30, 13:00",
        // Monday and Friday in Ramadan, and the first working days after Eid
        "DINAS, 2026-02-23, 08:00, 15:00, 12:00, 12:30",
        "DINAS, 2026-02-27, 08:00, 15:30, 11:30, 12:30",
        "DINAS, 2026-03-25, 07:30, 16:00, 12:00, 13:00",
        // The first day of Ramadan and the day before it, every year
        "DINAS, 2024-03-13, 08:00, 15:00, 12:00, 12:30",
        "DINAS, 2025-03-03, 08:00, 15:00, 12:00, 12:30",
        "DINAS, 2026-02-18, 07:30, 16:00, 12:00, 13:00",
        "DINAS, 2026-02-19, 08:00, 15:00, 12:00, 12:30",
        "DINAS, 2027-02-08, 08:00, 15:00, 12:00, 12:30",
        // A kecamatan without hours of its own follows the same rules
        "320437, 2026-11-27, 07:30, 16:30, 11:30, 13:00",
        // The MPP serves seven days
        "MPP, 2026-11-24, 07:30, 16:00, 12:00, 13:00",
        "MPP, 2026-11-28, 09:00, 15:00, 12:00, 12:30",
        "MPP, 2026-11-29, 09:00, 15:00, 12:00, 12:30",
        "MPP, 2026-02-27, 08:00, 15:30, 11:30, 12:30",
        "MPP, 2026-02-28, 09:00, 15:00, 12:00, 12:30"
    })
    void anOfficeServesAtTheseHours(
            String office, LocalDate date, LocalTime opens, LocalTime closes, LocalTime restFrom, LocalTime restTo) {
        OfficeDay day = calendar.day(new OfficeCode(office), date);
        assertThat(day.hours()).isEqualTo(new ServiceHours(opens, closes, restFrom, restTo));
        assertThat(day.isOpen()).isTrue();
        assertThat(day.closedBecause()).isEmpty();
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "DINAS, 2026-11-28, Sabtu: tidak ada pelayanan",
        "DINAS, 2026-11-29, Minggu: tidak ada pelayanan",
        "DINAS, 2026-12-24, Cuti Bersama Kelahiran Yesus Kristus",
        "DINAS, 2026-12-25, Kelahiran Yesus Kristus",
        "DINAS, 2027-01-05, Isra Mikraj Nabi Muhammad S.A.W. (1448 H)",
        "DINAS, 2027-12-26, Isra Mikraj Nabi Muhammad S.A.W. (1449 H)",
        "320410, 2026-08-17, Proklamasi Kemerdekaan",
        "MPP, 2026-12-25, Kelahiran Yesus Kristus",
        "MPP, 2027-12-25, Kelahiran Yesus Kristus"
    })
    void anOfficeIsClosedBecause(String office, LocalDate date, String reason) {
        OfficeDay day = calendar.day(new OfficeCode(office), date);
        assertThat(day.isOpen()).isFalse();
        assertThat(day.closedBecause()).contains(reason);
    }

    @Test
    @Transactional
    void aUnitThatKeepsServingOnAHolidayIsOpenWhileTheOthersAreClosed() {
        jdbc.sql("""
                        INSERT INTO calendar_service_override (office_code, override_date, serves, opens, closes, reason)
                        VALUES ('MPP', '2026-12-25', TRUE, '09:00', '12:00', 'Unit tetap melayani')""").update();
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        assertThat(calendar.day(MPP, christmas).hours())
                .isEqualTo(new ServiceHours(LocalTime.of(9, 0), LocalTime.of(12, 0)));
        assertThat(calendar.day(DINAS, christmas).isOpen()).isFalse();
    }

    @Test
    @WithMockUser
    void aQuarterOfAllOfficesIsAnsweredAtOnceAndAgreesWithTheSingleDays() {
        List<OfficeCode> all = offices.all().stream().map(Office::code).toList();
        LocalDate from = LocalDate.of(2026, 11, 1);
        LocalDate to = from.plusDays(91);
        Map<OfficeCode, List<OfficeDay>> days = calendar.days(all, from, to);
        assertThat(days)
                .hasSize(33)
                .allSatisfy((office, quarter) -> assertThat(quarter).hasSize(92));
        assertThat(days.get(MPP)).isEqualTo(calendar.days(MPP, from, to)).contains(calendar.day(MPP, to));
        assertThat(calendar.days(MPP, to, from)).isEmpty();
    }

    @Test
    @Transactional
    void hoursAnAdministratorHasChangedSurviveARestart() {
        jdbc.sql("UPDATE calendar_office_hours SET closes = '14:00' WHERE office_code = 'MPP' AND weekday = 6")
                .update();
        configuredHours.enter();
        LocalDate saturday = LocalDate.of(2026, 11, 28);
        assertThat(saturday.getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
        assertThat(calendar.day(MPP, saturday).hours())
                .isNotNull()
                .extracting(ServiceHours::closes)
                .isEqualTo(LocalTime.of(14, 0));
    }
}
