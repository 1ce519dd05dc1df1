package id.dukcapil.portal.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.signin.PasswordPolicy.Owner;
import id.dukcapil.portal.staff.signin.PasswordPolicy.Strength;
import id.dukcapil.portal.staff.signin.SignInSettings.SecondFactorMode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final Owner NENENG = new Owner("verifikator", "Neneng Aisyah, S.Sos.", "198112052006042009");

    private final PasswordPolicy policy = new PasswordPolicy(
            new SignInSettings(
                    12,
                    SecondFactorMode.REQUIRED,
                    null,
                    5,
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(2),
                    Duration.ofHours(4)),
            new CommonPasswords(),
            new Organisation(
                    "Dinas Kependudukan dan Pencatatan Sipil",
                    "Pemerintah Kabupaten Bandung",
                    "Kabupaten Bandung",
                    "3204",
                    ZoneId.of("Asia/Jakarta"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rahasia",
                "password1234",
                "P4$$w0rd12345",
                "Indonesia2026!",
                "sayangkamu123",
                "aaaaaaaaaaaaaaaa",
                "123456789012",
                "qwertyuiop123",
                "abcabcabcabcabc",
                "Dukcapil2026!!",
                "disdukcapilbandung",
                "nenengaisyah81",
                "198112052006042009",
                "verifikator2026",
                "KabupatenBandung1"
            })
    void whatIsGuessedFirstIsRefused(String password) {
        assertThat(policy.judge(password, NENENG).strength()).isEqualTo(Strength.REFUSED);
        assertThatThrownBy(() -> policy.require(password, NENENG)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kambing senang makan mendoan",
                "hujan turun di atap seng",
                "tukang becak lewat depan",
                "vM9#kq2Lw0zT",
                "eskrimdurenkelapamuda"
            })
    void severalWordsOrRandomSignsAreTakenWithoutRulesAboutDigitsAndCapitals(String password) {
        assertThat(policy.judge(password, NENENG).objections()).isEmpty();
    }

    @Test
    void theSentenceSaysWhatIsMissing() {
        assertThat(policy.judge("kuda liar", NENENG).objections())
                .containsExactly("Kurang 3 karakter lagi; paling sedikit 12.");
    }

    @Test
    void theLongestIsOneHundredAndTwentyEightCharacters() {
        String long128 = "kelapa muda %s".formatted("zxvq".repeat(32)).substring(0, 128);
        assertThat(policy.judge(long128, NENENG).strength()).isEqualTo(Strength.STRONG);
        assertThat(policy.judge(long128 + "q", NENENG).objections()).containsExactly("Paling banyak 128 karakter.");
    }

    @Test
    void aPasswordIsOnlyCommonForItsOwner() {
        var somebodyElse = new Owner("operator", "Tita Wulandari", null);
        assertThat(policy.judge("nenengaisyah81", NENENG).objections()).isNotEmpty();
        assertThat(policy.judge("nenengaisyah81", somebodyElse).objections()).isEmpty();
    }
}
