package id.dukcapil.portal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.delivery.ReleaseSecret.ReleaseCode;
import id.dukcapil.portal.delivery.Releases.Slip;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReleaseCodeTest {

    @Test
    void aCodeHolds130BitsInSignsThatStandInAnAddress() {
        var codes = Stream.generate(ReleaseCode::random).limit(500).toList();
        assertThat(codes)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code.text()).matches("[0-9A-HJKMNP-TV-Z]{26}"));
        assertThat(codes.stream()
                        .flatMapToInt(code -> code.text().chars())
                        .boxed()
                        .collect(Collectors.toSet()))
                .hasSize(32);
    }

    @Test
    void whatIsTypedByHandIsReadAsItWasMeant() {
        ReleaseCode code = new ReleaseCode("0123456789ABCDEFGHJKMNPQRS");
        assertThat(code.grouped()).isEqualTo("01234-56789-ABCDE-FGHJK-MNPQR-S");
        assertThat(ReleaseCode.read(" o1234-56789-abcde-fghjk-mnpqr-s ")).isEqualTo(code);
        assertThat(ReleaseCode.read("OI234 56789 ABCDE FGHJK MNPQR S")).isEqualTo(code);
        assertThat(ReleaseCode.read("0123456789ABCDEFGHJKMNPQRS").hash()).isEqualTo(code.hash());
    }

    @Test
    void neitherCodeNorPinIsWrittenIntoALog() {
        var secret = ReleaseSecret.random();
        assertThat(secret.toString() + Slip.of(secret))
                .doesNotContain(secret.code().text(), secret.pin().digits());
    }
}
