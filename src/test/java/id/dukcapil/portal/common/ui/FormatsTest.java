package id.dukcapil.portal.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final ZoneId JAYAPURA = ZoneId.of("Asia/Jayapura");
    private static final Instant SATURDAY_MORNING = Instant.parse("2026-11-21T02:15:00Z");

    @Test
    void datesAreWrittenOutInIndonesian() {
        assertThat(Formats.date(LocalDate.of(2026, 11, 21))).isEqualTo("21 November 2026");
        assertThat(Formats.longDate(LocalDate.of(2026, 12, 7))).isEqualTo("Senin, 7 Desember 2026");
        assertThat(Formats.shortDate(LocalDate.of(2026, 8, 14))).isEqualTo("Jum, 14 Agu");
        assertThat(Formats.month(YearMonth.of(2026, 5))).isEqualTo("Mei 2026");
        assertThat(Formats.weekday(DayOfWeek.FRIDAY)).isEqualTo("Jumat");
        assertThat(Formats.shortWeekday(DayOfWeek.FRIDAY)).isEqualTo("Jum");
    }

    @Test
    void timesAreShownInTheZoneOfTheOffice() {
        assertThat(Formats.shortDateTime(SATURDAY_MORNING, JAKARTA)).isEqualTo("Sab, 21 Nov 09.15");
        assertThat(Formats.shortDateTime(SATURDAY_MORNING, JAYAPURA)).isEqualTo("Sab, 21 Nov 11.15");
        assertThat(Formats.time(SATURDAY_MORNING, JAKARTA)).isEqualTo("09.15");
        assertThat(Formats.time(LocalTime.of(7, 30))).isEqualTo("07.30");
        assertThat(Formats.dateTime(SATURDAY_MORNING, JAKARTA)).isEqualTo("21 November 2026, 09.15 WIB");
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Jakarta, WIB",
        "Asia/Pontianak, WIB",
        "Asia/Makassar, WITA",
        "Asia/Jayapura, WIT",
        "Asia/Singapore, Asia/Singapore"
    })
    void aZoneIsNamedAsOnTheClockInTheOffice(String zone, String name) {
        assertThat(Formats.zone(ZoneId.of(zone))).isEqualTo(name);
    }

    @Test
    void numbersHaveDotsForThousandsAndACommaForDecimals() {
        assertThat(Formats.number(1234)).isEqualTo("1.234");
        assertThat(Formats.number(-1_900_000)).isEqualTo("-1.900.000");
        assertThat(Formats.decimal(12.54)).isEqualTo("12,5");
        assertThat(Formats.decimal(12)).isEqualTo("12");
        assertThat(Formats.percent(0.664)).isEqualTo("66,4%");
    }

    @ParameterizedTest
    @CsvSource({
        "PT42M, 42 mnt",
        "PT2H10M, 2 jam 10 mnt",
        "PT3H, 3 jam",
        "P3DT4H30M, 3 hari 4 jam",
        "PT-42M, 42 mnt",
        "PT20S, 0 mnt"
    })
    void aDurationHasAtMostTwoUnits(Duration duration, String text) {
        assertThat(Formats.duration(duration)).isEqualTo(text);
    }

    @Test
    void workingTimeIsNeverCountedInDays() {
        assertThat(Formats.workingTime(Duration.ofMinutes(1570))).isEqualTo("26 jam 10 mnt");
        assertThat(Formats.workingTime(Duration.ofMinutes(42))).isEqualTo("42 mnt");
    }

    @Test
    void theCountOfAListSaysWhenItStoppedCounting() {
        assertThat(FilterBar.countText(0, false)).isEqualTo("Tidak ada yang cocok");
        assertThat(FilterBar.countText(1264, false)).isEqualTo("1.264 cocok");
        assertThat(FilterBar.countText(10_000, true)).isEqualTo("Lebih dari 10.000 cocok");
    }
}
