package id.dukcapil.portal.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    @ParameterizedTest
    @CsvSource({
        "32, Jawa Barat, 32, Provinsi Jawa Barat",
        "3204, Kabupaten Bandung, 32.04, Kabupaten Bandung",
        "3273, Kota Bandung, 32.73, Kota Bandung",
        "320437, Soreang, 32.04.37, Kecamatan Soreang",
        "3204372001, Cingcin, 32.04.37.2001, Desa Cingcin",
        "3204321001, Baleendah, 32.04.32.1001, Kelurahan Baleendah",
        "1301012001, Inderapura, 13.01.01.2001, Nagari Inderapura",
    })
    void theCodeTellsTheKindAndItsOfficialSpelling(String code, String name, String dotted, String title) {
        var region = new Region(code, name, null);
        assertThat(region.dotted()).isEqualTo(dotted);
        assertThat(region.title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "32.04", "32040", "32043720011"})
    void anythingElseIsNoRegionCode(String code) {
        assertThatThrownBy(() -> new Region(code, "x", null)).isInstanceOf(IllegalArgumentException.class);
    }
}
