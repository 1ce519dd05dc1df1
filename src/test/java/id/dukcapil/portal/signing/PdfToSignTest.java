package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.HashedContent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PdfToSignTest {

    private static final byte[] SEEN = "%PDF-1.7 seen by the verifier".getBytes(StandardCharsets.UTF_8);

    @Test
    void onlyTheBytesWhoseDigestWasPinnedAreSigned() {
        byte[] changed = SEEN.clone();
        changed[10] ^= 1;

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new PdfToSign(HashedContent.of(changed), ContentHash.of(SEEN), null, "Uji", "Soreang"));
        assertThat(new PdfToSign(HashedContent.of(SEEN), ContentHash.of(SEEN), null, "Uji", "Soreang").pdf())
                .isEqualTo(SEEN);
    }
}
