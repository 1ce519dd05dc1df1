package id.dukcapil.portal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QrMaskTest {

    private static final ErrorCorrectionLevel RESILIENCE = ErrorCorrectionLevel.Q;

    private final QrMask mask = new QrMask(RESILIENCE);
    private final Random random = new Random(20_261_122);

    @Test
    void everySymbolIsTheOneThatZxingChooses() throws WriterException {
        var masks = new HashSet<Integer>();
        var sizes = new HashSet<Integer>();
        for (int length = 1; length < 220; length++) {
            for (int again = 0; again < 5; again++) {
                String text = text(length);
                QRCode wanted = byZxing(text);

                assertThat(mask.matrix(text).getArray())
                        .as(text)
                        .isDeepEqualTo(wanted.getMatrix().getArray());
                masks.add(wanted.getMaskPattern());
                sizes.add(wanted.getMatrix().getWidth());
            }
        }
        assertThat(masks).hasSize(8);
        assertThat(sizes).contains(21, 61, 65);
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThatExceptionOfType(WriterException.class).isThrownBy(() -> mask.matrix(text(3_000)));
    }

    private String text(int length) {
        return random.ints(length, ' ', 'ÿ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static QRCode byZxing(String text) throws WriterException {
        return Encoder.encode(text, RESILIENCE, Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()));
    }
}
