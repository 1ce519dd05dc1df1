package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.documents.upload.FileKind;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A paper so small that it can be told from others but not read; of a PDF its first page. */
final class Thumbnail {

    private static final int LONGEST_SIDE = 200;

    /** So fine is the picture that is drawn smaller; what is in between is never unpacked. */
    private static final int COARSEST = 2 * LONGEST_SIDE;

    /** A scan unpacks to tens of megabytes, whatever is drawn of it. */
    private static final Semaphore DRAWING = new Semaphore(2);

    private Thumbnail() {}

    /** A JPEG of the paper; one grey dot when it cannot be drawn, since the stage shows the paper itself. */
    static byte[] of(FileKind kind, byte[] content) {
        DRAWING.acquireUninterruptibly();
        try {
            return jpeg(small(kind == FileKind.PDF ? firstPage(content) : picture(kind, content)));
        } catch (IOException | RuntimeException undrawable) {
            return jpeg(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY));
        } finally {
            DRAWING.release();
        }
    }

    private static byte[] jpeg(BufferedImage picture) {
        var jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", jpeg);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A picture in memory cannot be written", impossible);
        }
        return jpeg.toByteArray();
    }

    private static BufferedImage firstPage(byte[] content) throws IOException {
        try (PDDocument document = Loader.loadPDF(content)) {
            var box = document.getPage(0).getCropBox();
            return new PDFRenderer(document).renderImage(0, COARSEST / Math.max(box.getWidth(), box.getHeight()));
        }
    }

    private static BufferedImage picture(FileKind kind, byte[] content) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(kind.mediaType()).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            ImageReadParam parameters = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / COARSEST);
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage small(BufferedImage coarse) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(coarse.getWidth(), coarse.getHeight()));
        int width = Math.max(1, (int) (coarse.getWidth() * scale));
        int height = Math.max(1, (int) (coarse.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(coarse, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return small;
    }
}
