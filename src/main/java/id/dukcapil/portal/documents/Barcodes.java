package id.dukcapil.portal.documents;

import com.google.zxing.WriterException;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import net.sf.jasperreports.renderers.Renderable;
import org.springframework.util.ConcurrentLruCache;

/**
 * Barcodes as vector drawings for templates, and as a picture for mail and web pages. All of them include the quiet
 * zone that readers need, so nothing has to be kept free around them.
 */
public final class Barcodes {

    /** ISO/IEC 15417: ten modules left and right of a Code 128. */
    private static final int CODE_128_QUIET_ZONE = 10;

    /** ISO/IEC 18004: four modules around a QR code. */
    private static final int QR_QUIET_ZONE = 4;

    /** A quarter of the symbol may be lost: tickets get folded and screens get scratched. */
    private static final ErrorCorrectionLevel RESILIENCE = ErrorCorrectionLevel.Q;

    private static final QrMask QR_MASK = new QrMask(RESILIENCE);

    /** Room for the survey addresses of the offices of the largest regencies. */
    private static final ConcurrentLruCache<String, Renderable> REPEATED = new ConcurrentLruCache<>(64, Barcodes::qr);

    private Barcodes() {}

    /**
     * For an image element with {@code scaleImage="FillFrame"}: the bars take any height.
     *
     * @throws IllegalArgumentException when the text is empty, longer than 80 characters or not ASCII
     */
    public static Renderable code128(String text) {
        boolean[] bars = new Code128Writer().encode(text);
        return new ModuleGrid(bars.length, 1, CODE_128_QUIET_ZONE, 0, (column, row) -> bars[column]);
    }

    /** For an image element with {@code scaleImage="RetainShape"}. */
    public static Renderable qr(String text) {
        ByteMatrix matrix = matrix(text);
        return new ModuleGrid(
                matrix.getWidth(),
                matrix.getHeight(),
                QR_QUIET_ZONE,
                QR_QUIET_ZONE,
                (column, row) -> matrix.get(column, row) == 1);
    }

    /** The same for a text that stands on many papers, such as the address of a survey: its symbol is worked out once. */
    public static Renderable repeatedQr(String text) {
        return REPEATED.get(text);
    }

    /**
     * A black-and-white PNG of exactly that many pixels a side; what a whole number of pixels per module leaves over
     * widens the quiet zone.
     *
     * @throws IllegalArgumentException when the modules do not fit into so few pixels
     */
    public static byte[] qrPng(String text, int pixels) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(qrPicture(text, pixels), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same as a picture to draw with; black and white. */
    public static BufferedImage qrPicture(String text, int pixels) {
        ByteMatrix matrix = matrix(text);
        int scale = pixels / (matrix.getWidth() + 2 * QR_QUIET_ZONE);
        if (scale < 1) {
            throw new IllegalArgumentException("A QR code of this text needs more than %d pixels".formatted(pixels));
        }
        int margin = (pixels - matrix.getWidth() * scale) / 2;
        var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_BINARY);
        byte[] packed = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Arrays.fill(packed, (byte) 0xFF);
        int length = (pixels + 7) / 8;
        for (int row = 0; row < matrix.getHeight(); row++) {
            byte[] line = line(matrix, row, margin, scale, length);
            for (int copy = 0; copy < scale; copy++) {
                System.arraycopy(line, 0, packed, (margin + row * scale + copy) * length, length);
            }
        }
        return image;
    }

    /** Eight pixels a byte; a pixel that is set is white. */
    private static byte[] line(ByteMatrix matrix, int row, int margin, int scale, int length) {
        byte[] line = new byte[length];
        Arrays.fill(line, (byte) 0xFF);
        for (int column = 0; column < matrix.getWidth(); column++) {
            if (matrix.get(column, row) == 1) {
                int first = margin + column * scale;
                for (int pixel = first; pixel < first + scale; pixel++) {
                    line[pixel >> 3] &= (byte) ~(0x80 >> (pixel & 7));
                }
            }
        }
        return line;
    }

    private static ByteMatrix matrix(String text) {
        try {
            return QR_MASK.matrix(text);
        } catch (WriterException e) {
            throw new IllegalArgumentException("The text does not fit into a QR code", e);
        }
    }
}
