package id.dukcapil.portal.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    @ParameterizedTest
    @CsvSource({
        "32, Jawa Barat, Provinsi Jawa Barat",
        "3204, Kabupaten Bandung, Kabupaten Bandung",
        "3273, Kota Bandung, Kota Bandung",
        "320437, Soreang, Kecamatan Soreang",
        "3204372001, Cingcin, Desa Cingcin",
        "3204321001, Baleendah, Kelurahan Baleendah",
        "1301012001, Inderapura, Nagari Inderapura",
    })
    void theCodeTellsTheKind(String code, String name, String title) {
        assertThat(new Region(code, name, null).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "32.04", "32040", "32043720011"})
    void anythingElseIsNoRegionCode(String code) {
        assertThatThrownBy(() -> new Region(code, "x", null)).isInstanceOf(IllegalArgumentException.class);
    }
}
