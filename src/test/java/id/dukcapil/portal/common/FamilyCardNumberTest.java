package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.dukcapil.portal.common.RegistryNumbers.Card;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyCardNumberTest {

    @Property
    @Domain(RegistryNumbers.class)
    void everyNumberComposedByTheRulesIsReadWithoutAFinding(@ForAll Card given) {
        Parsed<FamilyCardNumber> parsed = FamilyCardNumber.parse(given.digits());

        assertThat(parsed.findings()).isEmpty();
        assertThat(parsed.orThrow().value()).isEqualTo(given.digits());
    }

    @Property
    @Domain(RegistryNumbers.class)
    void noFormMeantForReadersShowsTheMiddle(@ForAll Card given) {
        String middle = given.digits().substring(4, 12);

        assertThat(new FamilyCardNumber(given.digits()).toString()).doesNotContain(middle);
        assertThat(FamilyCardNumber.parse(given.digits()).toString()).doesNotContain(middle);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            320437170811000   | Nomor KK harus 16 angka, yang dimasukkan 15 angka.
            32043717081100011 | Nomor KK harus 16 angka, yang dimasukkan 17 angka.
            320437A708110001  | Nomor KK hanya boleh berisi angka, 16 angka.
            3204373002110001  | Nomor KK memuat tanggal yang tidak ada (angka ke-7 sampai ke-12).
            3204371713110001  | Nomor KK memuat tanggal yang tidak ada (angka ke-7 sampai ke-12).
            1004371708110001  | Nomor KK memuat kode wilayah yang tidak ada (angka ke-1 sampai ke-4).
            3204371708110000  | Nomor KK tidak mungkin berakhiran 0000.
            """)
    void whatCannotBeAFamilyCardIsSaidInOneSentenceAtTheField(String raw, String sentence) {
        assertThat(FamilyCardNumber.parse(raw).findings()).containsExactly(Finding.error("familyCardNumber", sentence));
    }

    @Test
    void theDayOfRegistrationKnowsNoOffsetForWomen() {
        assertThat(FamilyCardNumber.parse("3204375708110001").value()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new FamilyCardNumber("3204375708110001"));
    }
}
