package id.dukcapil.portal.documents;

import id.dukcapil.portal.common.ui.Formats;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/**
 * A word printed aslant across a document in a frame, as a rubber stamp does ("DIBATALKAN"). Drawn as outlines, so the
 * template also prints the word as text for screen readers and search.
 */
public final class Stamp extends AbstractRenderer implements Graphics2DRenderable {

    private static final String FONT = "DejaVu Sans Condensed";
    private static final float SIZE = 100;
    private static final double TILT = Math.toRadians(-14);

    private final String word;
    private final boolean ink;

    private Stamp(String word, boolean ink) {
        this.word = word.strip().toUpperCase(Formats.INDONESIAN);
        this.ink = ink;
    }

    /** Red ink that lets the text below shine through. */
    public static Stamp inRed(String word) {
        return new Stamp(word, true);
    }

    /** White letters with a black rim, for printers that know only black and white. */
    public static Stamp inOutline(String word) {
        return new Stamp(word, false);
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area) {
        Shape letters = letters(context);
        Rectangle2D bounds = letters.getBounds2D();
        double gap = SIZE * 0.28;
        var outer = new RoundRectangle2D.Double(
                bounds.getX() - gap,
                bounds.getY() - gap,
                bounds.getWidth() + 2 * gap,
                bounds.getHeight() + 2 * gap,
                gap,
                gap);
        AffineTransform onPaper = fit(outer.getBounds2D(), area);
        Shape frame = onPaper.createTransformedShape(frame(outer));
        Shape text = onPaper.createTransformedShape(letters);
        if (ink) {
            graphics.setColor(new Color(179, 38, 30, 165));
            graphics.fill(frame);
            graphics.fill(text);
        } else {
            graphics.setColor(Color.WHITE);
            graphics.fill(onPaper.createTransformedShape(outer));
            graphics.setColor(Color.BLACK);
            graphics.fill(frame);
            graphics.fill(text);
        }
    }

    private Shape letters(JasperReportsContext context) {
        Font font =
                FontUtil.getInstance(context).getAwtFontFromBundles(FONT, Font.BOLD, SIZE, Formats.INDONESIAN, false);
        var exact = new FontRenderContext(null, true, true);
        return font.createGlyphVector(exact, word).getOutline();
    }

    private static Shape frame(RoundRectangle2D outer) {
        return new Area(new BasicStroke(SIZE * 0.09f).createStrokedShape(outer));
    }

    /** Turned, and as large as the area allows. */
    private static AffineTransform fit(Rectangle2D shape, Rectangle2D area) {
        var turned = AffineTransform.getRotateInstance(TILT, shape.getCenterX(), shape.getCenterY());
        Rectangle2D needed = turned.createTransformedShape(shape).getBounds2D();
        double scale = 0.94 * Math.min(area.getWidth() / needed.getWidth(), area.getHeight() / needed.getHeight());
        var result = AffineTransform.getTranslateInstance(area.getCenterX(), area.getCenterY());
        result.scale(scale, scale);
        result.translate(-needed.getCenterX(), -needed.getCenterY());
        result.concatenate(turned);
        return result;
    }
}
