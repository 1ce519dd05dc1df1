package id.dukcapil.portal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
class HolidaysTest {

    @Autowired
    Holidays holidays;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest(name = "{0}: {1} national holidays, {2} days of collective leave")
    @CsvSource({"2024, 19, 10", "2025, 17, 11", "2026, 17, 8", "2027, 18, 8"})
    void theYearHasItsHolidays(int year, int national, int collectiveLeave) {
        assertThat(ofYear(year).stream().map(Holiday::kind))
                .filteredOn(Holiday.Kind.NATIONAL::equals)
                .hasSize(national);
        assertThat(ofYear(year).stream().map(Holiday::kind))
                .filteredOn(Holiday.Kind.COLLECTIVE_LEAVE::equals)
                .hasSize(collectiveLeave);
    }

    @Test
    void israMikrajFallsTwiceIn2027() {
        assertThat(ofYear(2027))
                .filteredOn(holiday -> holiday.name().startsWith("Isra Mikraj"))
                .extracting(Holiday::date)
                .containsExactly(LocalDate.of(2027, 1, 5), LocalDate.of(2027, 12, 26));
    }

    @Test
    void everyHolidayNamesItsBasisItsSourceAndHowCertainItIs() {
        assertThat(holidays.between(LocalDate.of(2024, 1, 1), LocalDate.of(2027, 12, 31)))
                .hasSize(108)
                .allSatisfy(holiday -> {
                    assertThat(holiday.basis()).contains("SKB");
                    assertThat(holiday.source()).isNotBlank();
                    assertThat(holiday.certainty()).isIn("TERKONFIRMASI", "SATU_SUMBER");
                });
    }

    @Test
    void theSevenWeekendDatesOf2027RestOnOneSource() {
        assertThat(ofYear(2027))
                .filteredOn(holiday -> holiday.certainty().equals("SATU_SUMBER"))
                .hasSize(7)
                .allSatisfy(holiday ->
                        assertThat(holiday.date().getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    @Test
    @Transactional
    void twoHolidaysCanShareADateAndTheNationalOneComesFirst() {
        jdbc.sql("""
                        INSERT INTO calendar_holiday (holiday_date, name, kind, basis, source, certainty) VALUES
                          ('2028-05-25', 'Cuti Bersama Uji', 'COLLECTIVE_LEAVE', 'SKB', 'uji', 'PERKIRAAN'),
                          ('2028-05-25', 'Kenaikan Yesus Kristus', 'NATIONAL', 'SKB', 'uji', 'PERKIRAAN')""").update();
        LocalDate date = LocalDate.of(2028, 5, 25);
        assertThat(holidays.between(date, date))
                .extracting(Holiday::kind)
                .containsExactly(Holiday.Kind.NATIONAL, Holiday.Kind.COLLECTIVE_LEAVE);
    }

    private List<Holiday> ofYear(int year) {
        return holidays.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
