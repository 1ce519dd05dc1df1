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
 * rectangles would show hairlines where they touch. The path follows the border of whole areas, which needs half as many
 * points as a rectangle for each run of modules.
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

    /**
     * The border of the dark modules as closed lines with the dark side on their right. Holes therefore run in the opposite
     * direction and stay light under the non-zero rule.
     */
    private static final class Outline {

        private final int columns;
        private final int rows;
        private final Modules modules;

        /** Upper edges of modules that are already part of the path; every closed line follows at least one, from left to right. */
        private final boolean[] traced;

        private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);

        Outline(int columns, int rows, Modules modules) {
            this.columns = columns;
            this.rows = rows;
            this.modules = modules;
            this.traced = new boolean[columns * rows];
        }

        Path2D.Double path() {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    if (dark(column, row) && !dark(column, row - 1) && !traced[row * columns + column]) {
                        trace(column, row);
                    }
                }
            }
            return path;
        }

        /** Adds the closed line that begins with the upper edge of that module, going right. */
        private void trace(int column, int row) {
            int x = column;
            int y = row;
            int right = 1;
            int down = 0;
            path.moveTo(x, y);
            do {
                if (right == 1) {
                    traced[y * columns + x] = true;
                }
                x += right;
                y += down;
                int turn = turn(x, y, right, down);
                if (turn != 0) {
                    path.lineTo(x, y);
                    int before = right;
                    right = -turn * down;
                    down = turn * before;
                }
            } while (x != column || y != row || right != 1);
            path.closePath();
        }

        /** 1 to the right, -1 to the left, 0 straight on. */
        private int turn(int x, int y, int right, int down) {
            if (ahead(x, y, right, down, -1)) {
                return -1;
            }
            return ahead(x, y, right, down, 1) ? 0 : 1;
        }

        /** Whether the module ahead of that point is dark, to the left (-1) or to the right (1). */
        private boolean ahead(int x, int y, int right, int down, int hand) {
            return dark(x + (right - hand * down - 1) / 2, y + (down + hand * right - 1) / 2);
        }

        private boolean dark(int column, int row) {
            return column >= 0 && column < columns && row >= 0 && row < rows && modules.dark(column, row);
        }
    }
}
