package id.dukcapil.portal.documents;

import id.dukcapil.portal.platform.PortalHome;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import org.springframework.stereotype.Component;

/**
 * The emblem as a small picture for screens and letters: {@code emblem.png} of PORTAL_HOME, or the neutral drawing. It
 * stands on a light ground of its own, so that it can be recognised on dark paper too.
 */
@Component
public class Emblem {

    private static final int WIDTH = 132;
    private static final int HEIGHT = 156;
    private static final int MARGIN = 12;

    private final byte[] png;

    public Emblem(PortalHome home) {
        try {
            png = draw(home.home().resolve("emblem.png"));
        } catch (IOException e) {
            throw new UncheckedIOException("The emblem cannot be drawn", e);
        }
    }

    /** A PNG of {@value #WIDTH} × {@value #HEIGHT} pixels. */
    public byte[] png() {
        return png.clone();
    }

    private static byte[] draw(Path picture) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setColor(Color.WHITE);
        pen.fill(new RoundRectangle2D.Double(0, 0, WIDTH, HEIGHT, 2 * MARGIN, 2 * MARGIN));
        BufferedImage own = Files.exists(picture) ? ImageIO.read(picture.toFile()) : null;
        if (own == null) {
            new NeutralEmblem()
                    .render(
                            DefaultJasperReportsContext.getInstance(),
                            pen,
                            new Rectangle2D.Double(MARGIN, MARGIN, WIDTH - 2.0 * MARGIN, HEIGHT - 2.0 * MARGIN));
        } else {
            drawInside(pen, own);
        }
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void drawInside(Graphics2D pen, BufferedImage own) {
        double scale = Math.min((WIDTH - 2.0 * MARGIN) / own.getWidth(), (HEIGHT - 2.0 * MARGIN) / own.getHeight());
        int width = (int) Math.round(own.getWidth() * scale);
        int height = (int) Math.round(own.getHeight() * scale);
        // Smooth: what is scaled down in one step loses thin lines
        Image small = own.getScaledInstance(width, height, Image.SCALE_SMOOTH);
        pen.drawImage(small, (WIDTH - width) / 2, (HEIGHT - height) / 2, null);
    }
}
