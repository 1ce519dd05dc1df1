package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import com.google.zxing.qrcode.QRCodeReader;
import id.dukcapil.portal.documents.SignaturePlace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureStampTest {

    private static final URI ADDRESS = URI.create("https://portal.disdukcapil.contoh.go.id/verifikasi/7K3M9QXD4T2A");

    private final SignatureStamp stamp = new SignatureStamp(Signatories.keystore());

    /** 150 × 34 points is what the Kartu Keluarga leaves free. */
    @ParameterizedTest
    @CsvSource({"150,34", "200,60", "120,120", "90,30"})
    void itFillsAnyPlaceAndItsCodeLeadsToTheVerification(float width, float height) throws Exception {
        BufferedImage image = draw(Signatories.HEAD, width, height);

        assertThat(image.getWidth()).isEqualTo(Math.round(width * 600 / 72));
        assertThat(image.getHeight()).isEqualTo(Math.round(height * 600 / 72));
        assertThat(scan(image)).isEqualTo(ADDRESS.toString());
        assertThat(inkRightOfTheCode(image)).isTrue();
    }

    @Test
    void aDeputyIsNamedAsDeputy() throws IOException {
        BufferedImage head = draw(Signatories.HEAD, 200, 60);
        BufferedImage deputy = draw(Signatories.DEPUTY, 200, 60);

        assertThat(pixels(deputy)).isNotEqualTo(pixels(head));
    }

    @Test
    void aPlaceThatNobodyCouldReadIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> draw(Signatories.HEAD, 30, 20));
    }

    private BufferedImage draw(Signer signer, float width, float height) throws IOException {
        byte[] png = stamp.png(signer, ADDRESS, new SignaturePlace(1, 10, 10, width, height));
        Path folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve("stamp-%.0fx%.0f.png".formatted(width, height)), png);
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static boolean inkRightOfTheCode(BufferedImage image) {
        int side = Math.min(image.getHeight(), image.getWidth() / 2);
        for (int x = side + 1; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String scan(BufferedImage image) throws NotFoundException {
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels(image));
        return new GenericMultipleBarcodeReader(new QRCodeReader())
                .decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)))[0].getText();
    }
}
