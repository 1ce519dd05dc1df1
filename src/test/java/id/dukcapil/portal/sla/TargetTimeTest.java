package id.dukcapil.portal.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTimeTest {

    @ParameterizedTest(name = "\"{0}\" is {1} to {2} minutes")
    @CsvSource({
        "5 Menit, 5, 5, 5 menit",
        "30 menit, 30, 30, 30 menit",
        "5-10 menit, 5, 10, 5–10 menit",
        "1-2 jam, 60, 120, 60–120 menit",
        "Paling lama 5 menit, , 5, paling lama 5 menit",
        "Paling lama 5-10 menit, 5, 10, 5–10 menit",
        ", , , tidak tercantum"
    })
    void thePrintedTimeIsReadInMinutes(
            @Nullable String printed, @Nullable Integer min, @Nullable Integer max, String words) {
        TargetTime time = TargetTime.parse(printed);
        assertThat(time).isEqualTo(new TargetTime(min, max));
        assertThat(time.words()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secepatnya", "10-5 menit", "5 hari", "menit"})
    void aTextThatIsNoTimeIsRefusedInsteadOfGuessed(String printed) {
        assertThatIllegalArgumentException().isThrownBy(() -> TargetTime.parse(printed));
    }

    @Test
    void aSumLeavesOutStepsWithoutATime() {
        assertThat(TargetTime.sum(
                        List.of(TargetTime.parse("5 menit"), TargetTime.UNKNOWN, TargetTime.parse("1-2 jam"))))
                .isEqualTo(new TargetTime(65, 125));
    }

    @Test
    void aSumWithAnUpperLimitInItIsAnUpperLimit() {
        assertThat(TargetTime.sum(List.of(TargetTime.parse("Paling lama 5 menit"), TargetTime.parse("5-10 menit"))))
                .isEqualTo(new TargetTime(null, 15));
    }

    @Test
    void nothingKnownSumsUpToNothingKnown() {
        assertThat(TargetTime.sum(List.of(TargetTime.UNKNOWN))).isEqualTo(TargetTime.UNKNOWN);
    }
}
