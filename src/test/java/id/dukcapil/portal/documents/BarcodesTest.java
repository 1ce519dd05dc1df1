package id.dukcapil.portal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BarcodeFormat;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Random;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
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
    void aDrawingIsDarkExactlyWhereTheSymbolIs() throws Exception {
        var random = new Random(35);
        for (int symbol = 0; symbol < 50; symbol++) {
            boolean[][] dark = new boolean[9][14];
            for (boolean[] row : dark) {
                for (int column = 0; column < row.length; column++) {
                    row[column] = random.nextInt(10) < 2 + symbol % 7;
                }
            }
            var grid = new ModuleGrid(14, 9, 3, 2, (column, row) -> dark[row][column]);

            assertThat(drawn(grid, 20, 13)).isEqualTo(lines(dark, 3, 2));
        }
    }

    @Test
    void tooFewPixelsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Barcodes.qrPng(ADDRESS, 20));
    }

    @Test
    void textThatCode128CannotHoldIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Barcodes.code128("é".repeat(3)));
    }

    /** A pixel for each module and for each unit of the quiet zone; dark as "#". */
    private static String drawn(ModuleGrid grid, int width, int height) throws Exception {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        grid.render(DefaultJasperReportsContext.getInstance(), graphics, new Rectangle(width, height));
        graphics.dispose();
        var text = new StringBuilder();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                text.append((image.getRGB(x, y) & 0xFF) < 128 ? '#' : '.');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String lines(boolean[][] dark, int sideZone, int topZone) {
        int width = dark[0].length + 2 * sideZone;
        var text = new StringBuilder((".".repeat(width) + "\n").repeat(topZone));
        for (boolean[] row : dark) {
            text.append(".".repeat(sideZone));
            for (boolean module : row) {
                text.append(module ? '#' : '.');
            }
            text.append(".".repeat(sideZone)).append('\n');
        }
        return text.append((".".repeat(width) + "\n").repeat(topZone)).toString();
    }
}
