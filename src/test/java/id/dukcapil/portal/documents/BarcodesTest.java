package id.dukcapil.portal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BarcodeFormat;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class BarcodesTest {

    private static final String ADDRESS = "https://portal.contoh.go.id/verifikasi/7K3M9QXD2F";

    @Test
    void aQrPictureHasTheAskedSizeAndIsReadable() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(Barcodes.qrPng(ADDRESS, 240)));

        assertThat(image.getWidth()).isEqualTo(240);
        assertThat(image.getHeight()).isEqualTo(240);
        assertThat(Paper.scan(image, BarcodeFormat.QR_CODE)).isEqualTo(ADDRESS);
    }

    @Test
    void aQrPictureKeepsFourModulesOfQuietZone() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(Barcodes.qrPng(ADDRESS, 240)));
        int modules = 240 / 5;

        for (int i = 0; i < 240; i++) {
            for (int edge = 0; edge < 4 * 240 / modules; edge++) {
                assertThat(image.getRGB(i, edge) & 0xFFFFFF).isEqualTo(0xFFFFFF);
                assertThat(image.getRGB(edge, i) & 0xFFFFFF).isEqualTo(0xFFFFFF);
            }
        }
    }

    @Test
    void aTextThatStandsOnManyPapersIsWorkedOutOnce() {
        assertThat(Barcodes.repeatedQr("https://contoh.go.id/survei/MPP"))
                .isSameAs(Barcodes.repeatedQr("https://contoh.go.id/survei/MPP"))
                .isNotSameAs(Barcodes.repeatedQr("https://contoh.go.id/survei/DINAS"));
    }

    @Test
    void tooFewPixelsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Barcodes.qrPng(ADDRESS, 20));
    }

    @Test
    void textThatCode128CannotHoldIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Barcodes.code128("é".repeat(3)));
    }
}
