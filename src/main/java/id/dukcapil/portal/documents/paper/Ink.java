package id.dukcapil.portal.documents.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Dimension2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** A signature that was drawn on a screen, as lines that stay sharp on paper. */
public final class Ink extends AbstractRenderer implements Graphics2DRenderable, DimensionRenderable {

    private static final float WIDTH_OF_PEN = 2.3f;

    private final int width;
    private final int height;
    private final Path2D.Double lines = new Path2D.Double();

    /** @param strokes each with a point at least, on a field of that width and height */
    public Ink(int width, int height, List<List<Point2D>> strokes) {
        this.width = width;
        this.height = height;
        for (List<Point2D> stroke : strokes) {
            lines.moveTo(stroke.getFirst().getX(), stroke.getFirst().getY());
            stroke.forEach(point -> lines.lineTo(point.getX(), point.getY()));
        }
    }

    @Override
    public Dimension2D getDimension(JasperReportsContext context) {
        return new Dimension(width, height);
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area) {
        double scale = Math.min(area.getWidth() / width, area.getHeight() / height);
        var onPaper = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        onPaper.scale(scale, scale);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(
                new BasicStroke((float) (WIDTH_OF_PEN * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(onPaper.createTransformedShape(lines));
    }
}
