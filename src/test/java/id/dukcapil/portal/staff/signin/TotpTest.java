package id.dukcapil.portal.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET_OF_THE_RFC = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET_OF_THE_RFC, Totp.stepOf(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @Test
    void anAppReadsTheAddress() {
        assertThat(Totp.address(SECRET_OF_THE_RFC, "Portal Dukcapil Bandung", "kadis"))
                .isEqualTo("otpauth://totp/Portal%20Dukcapil%20Bandung:kadis"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Portal%20Dukcapil%20Bandung");
    }
}
