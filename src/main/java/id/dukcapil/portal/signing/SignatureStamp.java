package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.Barcodes;
import id.dukcapil.portal.documents.PaperFont;
import id.dukcapil.portal.documents.SignaturePlace;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The visible part of a signature, the same for every provider: a QR code to the page that verifies the document, and
 * beside it title, name, NIP and the sentence about the electronic signature. Black and white at 600 dots per inch,
 * which stays small and needs neither transparency nor a colour profile in a PDF/A.
 */
@Component
public class SignatureStamp {

    private static final int DPI = 600;
    private static final float POINTS_PER_INCH = 72;
    private static final float LARGEST_TEXT = 9;
    private static final float SMALLEST_TEXT = 3;
    private static final float STEP = 0.25f;
    private static final float LEADING = 1.16f;
    private static final float GAP = 3;
    private static final FontRenderContext EXACT = new FontRenderContext(null, false, true);

    /** Paper first: as a palette, PDF takes over the packed pixels of the PNG; as a scale of grey it would not. */
    private static final IndexColorModel PAPER_AND_INK = new IndexColorModel(
            1, 2, new byte[] {(byte) 0xFF, 0}, new byte[] {(byte) 0xFF, 0}, new byte[] {(byte) 0xFF, 0});

    private final SigningSettings settings;
    private volatile @Nullable Words latest;

    SignatureStamp(SigningSettings settings) {
        this.settings = settings;
    }

    /**
     * @param verification address of the page that verifies the document
     * @return PNG in the proportions of the place
     * @throws IllegalArgumentException when the place is too small for a QR code and the signer's name
     */
    public byte[] png(Signer signer, URI verification, SignaturePlace place) {
        BufferedImage image = copyOf(words(signer, pixels(place.width()), pixels(place.height())));
        int side = side(image.getWidth(), image.getHeight());
        put(Barcodes.qrPicture(verification.toString(), side), image, (image.getHeight() - side) / 2);
        return PackedPng.of(image);
    }

    /**
     * At the left edge, eight pixels at a time: what is set is white in a picture of the JDK and ink here. The pen of the JDK
     * looks up the colour of every pixel.
     */
    private static void put(BufferedImage code, BufferedImage image, int top) {
        byte[] from = packed(code);
        byte[] to = packed(image);
        int fromLength = (code.getWidth() + 7) / 8;
        int toLength = (image.getWidth() + 7) / 8;
        int whole = code.getWidth() / 8;
        int rest = 0xFF00 >> (code.getWidth() % 8) & 0xFF;
        for (int row = 0; row < code.getHeight(); row++) {
            int source = row * fromLength;
            int target = (top + row) * toLength;
            for (int each = 0; each < whole; each++) {
                to[target + each] = (byte) ~from[source + each];
            }
            if (rest != 0) {
                to[target + whole] = (byte) (~from[source + whole] & rest | to[target + whole] & ~rest);
            }
        }
    }

    private static byte[] packed(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    /** The same for all documents of a batch, as a rule: only the QR code tells one from the other. */
    private BufferedImage words(Signer signer, int width, int height) {
        Words known = latest;
        if (known == null || !known.areOf(signer, width, height)) {
            known = new Words(signer, draw(signer, width, height));
            latest = known;
        }
        return known.image();
    }

    private BufferedImage draw(Signer signer, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY, PAPER_AND_INK);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        int left = side(width, height) + pixels(GAP);
        write(pen, fitting(signer, width - left, height), left, height);
        pen.dispose();
        return image;
    }

    /** Of the QR code. */
    private static int side(int width, int height) {
        return Math.min(height, width / 2);
    }

    private static BufferedImage copyOf(BufferedImage image) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType(), PAPER_AND_INK);
        System.arraycopy(packed(image), 0, packed(copy), 0, packed(image).length);
        return copy;
    }

    /** What stands beside the QR code, and whose it is. */
    private record Words(Signer signer, BufferedImage image) {

        boolean areOf(Signer other, int width, int height) {
            return signer.equals(other) && image.getWidth() == width && image.getHeight() == height;
        }
    }

    private static void write(Graphics2D pen, List<Line> lines, int left, int height) {
        float needed = (float) lines.stream().mapToDouble(Line::height).sum();
        float y = (height - needed) / 2;
        for (Line line : lines) {
            pen.setFont(line.font());
            float ascent = line.font().getLineMetrics(line.text(), EXACT).getAscent();
            pen.drawString(line.text(), left, y + ascent);
            y += line.height();
        }
    }

    /** As large as the place allows; where even the smallest letters are too large, the sentence gives way. */
    private List<Line> fitting(Signer signer, int width, int height) {
        List<Part> all = parts(signer, true);
        for (List<Part> parts : List.of(all, parts(signer, false))) {
            for (float size = LARGEST_TEXT; size >= SMALLEST_TEXT; size -= STEP) {
                List<Line> lines = lines(parts, size, width);
                if (fits(lines, width, height)) {
                    return lines;
                }
            }
        }
        throw new IllegalArgumentException("The place is too small for a signature that can be read");
    }

    private List<Part> parts(Signer signer, boolean withNote) {
        var parts = new ArrayList<Part>();
        parts.add(new Part(signer.title(), false));
        parts.add(new Part(signer.fullName(), true));
        if (signer.nip() != null) {
            parts.add(new Part("NIP. " + signer.nip(), false));
        }
        if (withNote && !settings.note().isBlank()) {
            parts.add(new Part(settings.note().strip(), false));
        }
        return parts;
    }

    private static List<Line> lines(List<Part> parts, float size, int width) {
        var lines = new ArrayList<Line>();
        for (Part part : parts) {
            Font font = part.bold() ? PaperFont.bold(pixels(size)) : PaperFont.regular(pixels(size));
            var line = new StringBuilder();
            for (String word : part.text().split("\\s+")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && width(longer, font) > width) {
                    lines.add(new Line(line.toString(), font));
                    line.setLength(0);
                    line.append(word);
                } else {
                    line.replace(0, line.length(), longer);
                }
            }
            lines.add(new Line(line.toString(), font));
        }
        return lines;
    }

    private static boolean fits(List<Line> lines, int width, int height) {
        return lines.stream().mapToDouble(Line::height).sum() <= height
                && lines.stream().allMatch(line -> width(line.text(), line.font()) <= width);
    }

    private static double width(String text, Font font) {
        return font.getStringBounds(text, EXACT).getWidth();
    }

    private record Part(String text, boolean bold) {}

    private record Line(String text, Font font) {

        float height() {
            return font.getSize2D() * LEADING;
        }
    }

    private static int pixels(float points) {
        return Math.round(points * DPI / POINTS_PER_INCH);
    }
}
