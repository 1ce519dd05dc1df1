package id.dukcapil.portal.documents;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Dimension2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** A shield with a person on a card, drawn in black lines: stands where the region's own coat of arms belongs. */
final class NeutralEmblem extends AbstractRenderer implements Graphics2DRenderable, DimensionRenderable {

    private static final double WIDTH = 52;
    private static final double HEIGHT = 60;

    @Override
    public Dimension2D getDimension(JasperReportsContext context) {
        return new Dimension((int) WIDTH, (int) HEIGHT);
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area) {
        Graphics2D pen = (Graphics2D) graphics.create();
        try {
            pen.translate(area.getX(), area.getY());
            pen.scale(area.getWidth() / WIDTH, area.getHeight() / HEIGHT);
            pen.setColor(Color.BLACK);
            pen.setStroke(new BasicStroke(2.2f));
            pen.draw(shield(1.5));
            pen.setStroke(new BasicStroke(0.7f));
            pen.draw(shield(4.5));
            pen.fill(new Ellipse2D.Double(20.5, 13, 11, 11));
            pen.fill(shoulders());
            for (double y = 40; y <= 46; y += 3) {
                double half = 13 - (y - 40) * 0.8;
                pen.fill(new Rectangle2D.Double(26 - half, y, 2 * half, 1.2));
            }
        } finally {
            pen.dispose();
        }
    }

    private static Path2D shield(double inset) {
        var shape = new Path2D.Double();
        shape.moveTo(inset, inset + 3);
        shape.quadTo(14, inset + 4.5, 26, inset);
        shape.quadTo(38, inset + 4.5, 52 - inset, inset + 3);
        shape.lineTo(52 - inset, 32);
        shape.curveTo(52 - inset, 44, 42, 53, 26, 60 - inset);
        shape.curveTo(10, 53, inset, 44, inset, 32);
        shape.closePath();
        return shape;
    }

    private static Path2D shoulders() {
        var shape = new Path2D.Double();
        shape.moveTo(15, 37);
        shape.curveTo(15, 22, 37, 22, 37, 37);
        shape.closePath();
        return shape;
    }
}
