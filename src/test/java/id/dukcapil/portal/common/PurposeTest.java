package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurposeTest {

    @ParameterizedTest
    @EnumSource(Purpose.Kind.class)
    void onlyWhatSpeaksForItselfNeedsNoNote(Purpose.Kind kind) {
        if (kind.mustBeExplained()) {
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> Purpose.parse(kind, "  "))
                    .withMessageContaining("perlu keterangan");
        } else {
            assertThat(Purpose.parse(kind, "").text()).isEqualTo(kind.label());
        }
        assertThat(Purpose.parse(kind, " surat 12/2026 ").text()).isEqualTo(kind.label() + ": surat 12/2026");
    }

    @Test
    void withoutAKindThereIsNoPurpose() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Purpose.parse(null, "penasaran"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NIK 3204376501900001", "3204 3765 0190 0001", "telepon 0812-3456-7890"})
    void theNoteHoldsNoNumbersOfPeople(String note) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Purpose.parse(Purpose.Kind.OTHER, note))
                .withMessageContaining("Jangan menulis NIK");
    }

    @Test
    void aNoteHasAnEnd() {
        assertThat(Purpose.parse(Purpose.Kind.OTHER, "a".repeat(200)).note()).hasSize(200);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Purpose.parse(Purpose.Kind.OTHER, "a".repeat(201)));
    }

    @Test
    void openedDataAreNotPrintedByAccident() {
        var revealed = new Revealed(Map.of("NIK", "3204376501900001"), Duration.ofMinutes(5), null);
        assertThat(revealed).hasToString("Revealed[NIK]");
    }
}
