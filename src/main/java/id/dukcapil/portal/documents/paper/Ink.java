package id.dukcapil.portal.documents.paper;

import id.dukcapil.portal.common.SignatureStrokes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Dimension2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** A signature that was drawn on a screen, as lines that stay sharp on paper. */
public final class Ink extends AbstractRenderer implements Graphics2DRenderable, DimensionRenderable {

    private static final float WIDTH_OF_PEN = 2.3f;

    private static final Pattern STROKE = Pattern.compile("points=\"([\\d, ]+)\"");

    private final Path2D.Double lines = new Path2D.Double();

    /** @param svg as {@link SignatureStrokes#svg} made it */
    public Ink(byte[] svg) {
        Matcher strokes = STROKE.matcher(new String(svg, StandardCharsets.UTF_8));
        while (strokes.find()) {
            String[] numbers = strokes.group(1).split("[, ]");
            lines.moveTo(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
            for (int i = 0; i < numbers.length; i += 2) {
                lines.lineTo(Integer.parseInt(numbers[i]), Integer.parseInt(numbers[i + 1]));
            }
        }
    }

    @Override
    public Dimension2D getDimension(JasperReportsContext context) {
        return new Dimension(SignatureStrokes.WIDTH, SignatureStrokes.HEIGHT);
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area) {
        double scale = Math.min(area.getWidth() / SignatureStrokes.WIDTH, area.getHeight() / SignatureStrokes.HEIGHT);
        var onPaper = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        onPaper.scale(scale, scale);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(
                new BasicStroke((float) (WIDTH_OF_PEN * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(onPaper.createTransformedShape(lines));
    }
}
