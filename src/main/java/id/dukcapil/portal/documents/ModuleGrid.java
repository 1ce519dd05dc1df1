package id.dukcapil.portal.documents;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Dimension2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/**
 * The dark modules of a barcode inside its quiet zone, one unit per module, drawn as a single filled path: separate
 * rectangles would show hairlines where they touch. The path goes around whole areas, which takes half as many points as
 * going around each run of modules.
 */
final class ModuleGrid extends AbstractRenderer implements Graphics2DRenderable, DimensionRenderable {

    /** Says which modules are dark; the quiet zone is not part of it. */
    interface Modules {
        boolean dark(int column, int row);
    }

    private final int width;
    private final int height;
    private final Path2D.Double dark;

    ModuleGrid(int columns, int rows, int sideZone, int topZone, Modules modules) {
        this.width = columns + 2 * sideZone;
        this.height = rows + 2 * topZone;
        this.dark = new Outline(columns, rows, modules).path();
        dark.transform(AffineTransform.getTranslateInstance(sideZone, topZone));
    }

    @Override
    public Dimension2D getDimension(JasperReportsContext context) {
        return new Dimension(width, height);
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area) {
        var onPaper = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        onPaper.scale(area.getWidth() / width, area.getHeight() / height);
        graphics.setColor(Color.BLACK);
        graphics.fill(onPaper.createTransformedShape(dark));
    }
}
