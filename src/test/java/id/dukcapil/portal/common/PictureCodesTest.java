package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureCodesTest {

    @Test
    void theCodeOnAPhotographIsRead() throws Exception {
        assertThat(PictureCodes.read(jpeg(photograph("IKD-UJI-2026", 640, 480))))
                .contains("IKD-UJI-2026");
    }

    @Test
    void aPictureWithoutACodeSaysNothing() throws IOException {
        assertThat(PictureCodes.read(jpeg(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB))))
                .isEmpty();
    }

    @Test
    void whatIsNoPictureSaysNothing() {
        assertThat(PictureCodes.read("bukan base64 !")).isEmpty();
        assertThat(PictureCodes.read(
                        Base64.getEncoder().encodeToString("bukan gambar".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
        assertThat(PictureCodes.read("A".repeat(1_500_001))).isEmpty();
    }

    @Test
    void aPictureTooLargeToDecodeIsNotOpened() throws Exception {
        assertThat(PictureCodes.read(jpeg(photograph("IKD-UJI-2026", 2_100, 400))))
                .isEmpty();
    }

    private static BufferedImage photograph(String content, int width, int height) throws WriterException {
        BitMatrix code = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 240, 240);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var paper = picture.createGraphics();
        paper.setColor(Color.LIGHT_GRAY);
        paper.fillRect(0, 0, width, height);
        paper.dispose();
        for (int x = 0; x < code.getWidth(); x++) {
            for (int y = 0; y < code.getHeight(); y++) {
                picture.setRGB(x + 60, y + 40, code.get(x, y) ? 0x101010 : 0xf0f0f0);
            }
        }
        return picture;
    }

    private static String jpeg(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", out);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
