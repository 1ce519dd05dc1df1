package id.dukcapil.portal.common;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads the QR code or barcode on a JPEG, for browsers without a detector of their own. The picture is kept nowhere. */
public final class PictureCodes {

    /** Of the text; the browser makes pictures smaller than that. */
    private static final int LONGEST = 1_500_000;

    private static final int WIDEST = 2_000;

    private PictureCodes() {}

    /** @param base64 the JPEG; empty when it shows no code or is none */
    public static Optional<String> read(String base64) {
        if (base64.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return picture(Base64.getDecoder().decode(base64)).flatMap(PictureCodes::code);
        } catch (IllegalArgumentException | IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Looks at the size before it takes memory for the pixels. */
    private static Optional<BufferedImage> picture(byte[] jpeg) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in);
            return reader.getWidth(0) > WIDEST || reader.getHeight(0) > WIDEST
                    ? Optional.empty()
                    : Optional.of(reader.read(0));
        } finally {
            reader.dispose();
        }
    }

    private static Optional<String> code(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            return Optional.of(new MultiFormatReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }
}
