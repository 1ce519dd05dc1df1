package id.dukcapil.portal.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueChipTest {

    private static final Instant DUE = Instant.parse("2026-11-23T02:05:00Z");

    @ParameterizedTest(name = "{0} left of {1}: {2}, {3}")
    @CsvSource({
        "PT2H10M, PT3H, sisa 2 jam 10 mnt, OK",
        "PT5M, PT5M, sisa 5 mnt, OK",
        "PT1M15S, PT5M, sisa 1 mnt, WARN",
        "PT1M16S, PT5M, sisa 1 mnt, OK",
        "PT0S, PT5M, sisa 0 mnt, WARN",
        "PT-1S, PT5M, terlambat 1 mnt, LATE",
        "PT-35M, PT5M, terlambat 35 mnt, LATE",
        "PT-3H, PT5M, terlambat 3 jam, LATE",
        // Four days of work are thirty hours, not one day and six hours
        "PT30H, PT60H, sisa 30 jam, OK"
    })
    void theChipSaysHowMuchWorkingTimeIsLeftOrExceeded(Duration left, Duration target, String text, Tone tone) {
        var chip = new DueChip(new DueTime(left, target, DUE, ZoneId.of("Asia/Jakarta")));

        assertThat(chip.getText()).isEqualTo(text);
        assertThat(chip.getClassNames()).contains("badge", tone.cssClass());
    }

    @Test
    void theExactMomentIsSaidInTheZoneOfTheOffice() {
        var inBandung = new DueChip(new DueTime(Duration.ZERO, Duration.ofMinutes(5), DUE, ZoneId.of("Asia/Jakarta")));
        var inJayapura =
                new DueChip(new DueTime(Duration.ZERO, Duration.ofMinutes(5), DUE, ZoneId.of("Asia/Jayapura")));

        assertThat(inBandung.getElement().getAttribute("title"))
                .isEqualTo("Jatuh tempo 23 November 2026, 09.05 WIB; dihitung dalam jam layanan");
        assertThat(inJayapura.getElement().getAttribute("title")).contains("11.05 WIT");
    }
}
