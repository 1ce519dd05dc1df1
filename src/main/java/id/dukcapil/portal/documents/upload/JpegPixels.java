package id.dukcapil.portal.documents.upload;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The picture inside a JPEG whose segments are in order. */
final class JpegPixels {

    private static final String FORMAT = "jpeg";
    private static final float QUALITY = 0.92f;

    /** Pixels in between are looked at and thrown away, so that looking takes little memory. */
    private static final int COARSE = 8;

    /** Larger pictures are halved when they have to be turned; an A4 sheet then still has 300 dots per inch. */
    private static final int TURNED_WHOLE = 16_000_000;

    private final byte[] content;
    private final PictureSize size;

    JpegPixels(byte[] content, PictureSize size) {
        this.content = content;
        this.size = size;
    }

    /**
     * The same bytes when the picture stands upright already, else a turned picture.
     *
     * @throws UnacceptableFile when the picture ends too early or cannot be read
     */
    byte[] whole(Orientation orientation) {
        try {
            if (orientation == Orientation.UPRIGHT) {
                requireReadable();
                return content;
            }
            return encoded(turned(orientation));
        } catch (IOException | RuntimeException e) {
            throw e instanceof UnacceptableFile known ? known : new UnacceptableFile(JpegFile.DAMAGED, e);
        }
    }

    private void requireReadable() throws IOException {
        read((reader, parameters) -> {
            parameters.setSourceSubsampling(COARSE, COARSE, 0, 0);
            return reader.readRaster(0, parameters);
        });
    }

    private BufferedImage turned(Orientation orientation) throws IOException {
        BufferedImage stored = read((reader, parameters) -> {
            int step = size.pixels() > TURNED_WHOLE ? 2 : 1;
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        });
        int width = stored.getWidth();
        int height = stored.getHeight();
        boolean side = orientation.liesOnItsSide();
        var upright = new BufferedImage(side ? height : width, side ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        graphics.drawRenderedImage(stored, orientation.upright(width, height));
        graphics.dispose();
        return upright;
    }

    private interface Reading<T> {
        T by(ImageReader reader, ImageReadParam parameters) throws IOException;
    }

    private <T> T read(Reading<T> reading) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(FORMAT).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            var cutOff = new AtomicBoolean();
            reader.addIIOReadWarningListener(new CutOff(cutOff));
            reader.setInput(input, true, true);
            T result = reading.by(reader, reader.getDefaultReadParam());
            if (cutOff.get()) {
                throw JpegFile.damaged();
            }
            return result;
        } finally {
            reader.dispose();
        }
    }

    /** The reader fills up what is missing with grey and only warns. */
    private record CutOff(AtomicBoolean seen) implements IIOReadWarningListener {

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            String words = warning.toLowerCase(Locale.ROOT);
            if (words.contains("premature") || words.contains("huffman")) {
                seen.set(true);
            }
        }
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(FORMAT).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
