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
 * rectangles would show hairlines where they touch.
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
        this.dark = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int row = 0; row < rows; row++) {
            addRuns(columns, row, sideZone, topZone, modules);
        }
    }

    private void addRuns(int columns, int row, int sideZone, int topZone, Modules modules) {
        int column = 0;
        while (column < columns) {
            int start = column;
            while (column < columns && modules.dark(column, row)) {
                column++;
            }
            if (column > start) {
                dark.append(new Rectangle2D.Double(sideZone + start, topZone + row, column - start, 1), false);
            } else {
                column++;
            }
        }
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
