package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @Property
    void anIdentifierShowsAtMostItsFirstAndLastFour(@ForAll @NumericChars @StringLength(max = 30) String value) {
        String masked = Masking.identifier(value);

        assertThat(masked).hasSameSizeAs(value);
        assertThat(masked.chars().filter(Character::isDigit).count()).isLessThanOrEqualTo(8);
        for (int i = 4; i < value.length() - 4; i++) {
            assertThat(masked.charAt(i)).isEqualTo('•');
        }
    }

    @Property
    void anEmailShowsOneLetterBeforeTheDomain(@ForAll @AlphaChars @StringLength(min = 2, max = 20) String name) {
        assertThat(Masking.email(name + "@contoh.id")).isEqualTo(name.charAt(0) + "•••@contoh.id");
    }

    @Property
    void aPhoneNumberShowsAtMostThreeDigits(@ForAll @NumericChars @StringLength(max = 16) String value) {
        assertThat(Masking.phone(value).chars().filter(Character::isDigit).count())
                .isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"3204371708910007,3204••••••••0007", "12345678,••••••••", "'',''"})
    void shortIdentifiersAreHiddenAltogether(String value, String masked) {
        assertThat(Masking.identifier(value)).isEqualTo(masked);
    }

    @Test
    void aHashStaysWholeAndANikBesideItDoesNot() {
        String hash = "9d7f3243f9dda7a24353e64870b4b1234567890123456789c663b143e9b0caf4";
        assertThat(Masking.text("sha256=" + hash + " nik=3204371708910007 " + "1".repeat(64)))
                .isEqualTo("sha256=" + hash + " nik=••• •••");
    }

    @Test
    void whatIsNoEmailIsHiddenAltogether() {
        assertThat(Masking.email("siti")).isEqualTo("••••");
        assertThat(Masking.email("@contoh.id")).doesNotContain("contoh");
    }
}
