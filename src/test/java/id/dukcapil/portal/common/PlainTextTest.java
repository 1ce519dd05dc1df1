package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"Siti Aminah", "Dra. Hj. Ratna Komala, M.Si.", "D'Angelo", "Noël", "ابن سينا"})
    void namesOfAllScriptsAreNames(String name) {
        assertThat(PlainText.isName(name, 2, 120)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Siti\u202Ehanima",
                "Siti\u202A",
                "\u2066Siti",
                "Si\u2069ti",
                "Siti\u2067 Aminah",
                "Siti\nAminah",
                "Siti\u0000"
            })
    void whatTurnsTheDirectionOfWritingOrControlsAPrinterIsNoName(String name) {
        assertThat(PlainText.isName(name, 2, 120)).isFalse();
    }

    @Test
    void theLengthIsThatWithoutSurroundingBlanks() {
        assertThat(PlainText.isName("  S ", 2, 120)).isFalse();
        assertThat(PlainText.isName(" " + "a".repeat(120) + " ", 2, 120)).isTrue();
        assertThat(PlainText.isName("a".repeat(121), 2, 120)).isFalse();
    }
}
