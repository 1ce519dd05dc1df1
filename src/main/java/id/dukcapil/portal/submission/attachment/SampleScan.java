package id.dukcapil.portal.submission.attachment;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.springframework.core.io.ClassPathResource;

/**
 * Draws what looks like the scan of a filled-in form, for demonstration data. Every sheet says right across that it is a
 * sample; no seal, coat of arms or wording of a real document is imitated.
 */
final class SampleScan {

    private static final int WIDTH = 794;
    private static final int HEIGHT = 1123;
    private static final int MARGIN = 90;
    private static final int LINE = 34;
    private static final String FONT = "net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";
    private static final Color PAPER = new Color(0xF3F1EA);
    private static final Color INK = new Color(0x26, 0x28, 0x30);
    private static final Color PEN = new Color(0x2A, 0x3F, 0x7A);
    private static final String NOTE = "CONTOH – dibuat portal untuk demonstrasi, bukan dokumen sah";

    private final Font font;

    SampleScan() {
        font = font();
    }

    private static Font font() {
        try (InputStream in = new ClassPathResource(FONT).getInputStream()) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(FONT + " cannot be read", e);
        }
    }

    /**
     * @param facts what the form was filled in with, label and value in turn
     * @param crooked how the sheet lay on the glass; the same number gives the same picture
     */
    byte[] photograph(String title, List<String> facts, int crooked) {
        var sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        var chance = new Random(crooked);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.rotate((chance.nextDouble() - 0.5) * 0.02, WIDTH / 2.0, HEIGHT / 2.0);
        heading(pen, title);
        int below = facts(pen, facts);
        body(pen, below, chance);
        signature(pen, chance);
        watermark(pen);
        pen.dispose();
        return jpeg(sheet);
    }

    /** The same as a scanner hands it out: a PDF of one page that is a picture. */
    byte[] scan(String title, List<String> facts, int crooked) {
        byte[] picture = photograph(title, facts, crooked);
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        JPEGFactory.createFromByteArray(document, picture),
                        0,
                        0,
                        PDRectangle.A4.getWidth(),
                        PDRectangle.A4.getHeight());
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A sample cannot be written", e);
        }
    }

    private void heading(Graphics2D pen, String title) {
        pen.setColor(INK);
        pen.setFont(font.deriveFont(Font.PLAIN, 15f));
        centred(pen, "FORMULIR CONTOH", 96);
        String words = title.toUpperCase(Locale.ROOT);
        float size = words.length() > 40 ? 17f : 22f;
        pen.setFont(font.deriveFont(Font.BOLD, size));
        centred(pen, words, 132);
        pen.setStroke(new BasicStroke(2.5f));
        pen.drawLine(MARGIN, 154, WIDTH - MARGIN, 154);
        pen.setStroke(new BasicStroke(1f));
        pen.drawLine(MARGIN, 159, WIDTH - MARGIN, 159);
    }

    private int facts(Graphics2D pen, List<String> facts) {
        int y = 206;
        for (int i = 0; i + 1 < facts.size(); i += 2) {
            pen.setColor(INK);
            pen.setFont(font.deriveFont(Font.PLAIN, 15f));
            pen.drawString(facts.get(i), MARGIN, y);
            pen.drawString(":", MARGIN + 190, y);
            pen.setColor(PEN);
            pen.setFont(font.deriveFont(Font.ITALIC, 17f));
            int room = WIDTH - MARGIN * 2 - 206;
            int wide = pen.getFontMetrics().stringWidth(facts.get(i + 1));
            pen.setFont(font.deriveFont(Font.ITALIC, Math.min(17f, 17f * room / Math.max(1, wide))));
            pen.drawString(facts.get(i + 1), MARGIN + 206, y - 2);
            pen.setColor(Color.GRAY);
            pen.drawLine(MARGIN + 204, y + 5, WIDTH - MARGIN, y + 5);
            y += LINE;
        }
        return y;
    }

    /** Text that nobody has to read is drawn as bars. */
    private static void body(Graphics2D pen, int below, Random chance) {
        pen.setColor(new Color(0x9A, 0x9A, 0x9A));
        for (int line = 0; line < 12; line++) {
            int y = below + 26 + line * 26;
            boolean last = line % 4 == 3;
            int end = last ? MARGIN + 180 + chance.nextInt(200) : WIDTH - MARGIN - chance.nextInt(24);
            pen.fillRect(MARGIN, y, end - MARGIN, 7);
        }
    }

    private void signature(Graphics2D pen, Random chance) {
        int x = WIDTH - MARGIN - 210;
        int y = HEIGHT - 240;
        pen.setColor(INK);
        pen.setFont(font.deriveFont(Font.PLAIN, 14f));
        pen.drawString("Yang menyatakan,", x, y);
        pen.setColor(PEN);
        pen.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var stroke = new Path2D.Double();
        stroke.moveTo(x, y + 66);
        for (int bow = 0; bow < 5; bow++) {
            double from = x + bow * 34.0;
            stroke.curveTo(
                    from + 8, y + 14 + chance.nextInt(30), from + 22, y + 96 - chance.nextInt(30), from + 34, y + 56);
        }
        pen.draw(stroke);
        pen.setColor(INK);
        pen.drawLine(x, y + 96, WIDTH - MARGIN, y + 96);
    }

    private void watermark(Graphics2D pen) {
        pen.setFont(font.deriveFont(Font.PLAIN, 13f));
        pen.setColor(INK);
        centred(pen, NOTE, HEIGHT - 62);
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.16f));
        pen.setFont(font.deriveFont(Font.BOLD, 168f));
        pen.rotate(-0.85, WIDTH / 2.0, HEIGHT / 2.0);
        centred(pen, "CONTOH", HEIGHT / 2 + 50);
    }

    private static void centred(Graphics2D pen, String text, int y) {
        pen.drawString(text, (WIDTH - pen.getFontMetrics().stringWidth(text)) / 2, y);
    }

    private static byte[] jpeg(BufferedImage sheet) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(sheet, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A sample cannot be drawn", e);
        }
        return bytes.toByteArray();
    }
}
