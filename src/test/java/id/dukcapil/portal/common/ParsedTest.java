package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParsedTest {

    private static final Finding ERROR = Finding.error("nik", "NIK harus 16 angka.");
    private static final Finding WARNING = Finding.warning("nik", "Periksa kembali.");

    @Test
    void aValueWithWarningsCanBeUsed() {
        var parsed = new Parsed<>("x", "x", List.of(WARNING));

        assertThat(parsed.orThrow()).isEqualTo("x");
        assertThat(parsed.warnings()).containsExactly(WARNING);
        assertThat(parsed.errors()).isEmpty();
    }

    @Test
    void whatCannotBeUsedThrowsWithAllFindings() {
        var parsed = new Parsed<String>("x", null, List.of(WARNING, ERROR));

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(parsed::orThrow)
                .satisfies(thrown -> assertThat(thrown.findings()).containsExactly(WARNING, ERROR));
    }

    @Test
    void aValueStandsExactlyWhereNoFindingIsAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Parsed<>("x", "x", List.of(ERROR)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Parsed<String>("x", null, List.of(WARNING)));
    }

    @Test
    void itsTextForLogsLeavesOutWhatWasTyped() {
        assertThat(Nik.parse("320437170891000").toString()).doesNotContain("320437170891000");
    }
}
