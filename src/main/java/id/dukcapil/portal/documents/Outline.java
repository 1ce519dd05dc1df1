package id.dukcapil.portal.documents;

import java.awt.geom.Path2D;

/**
 * The border of the dark modules as closed lines that keep the dark on their right hand, so that holes run the other way and
 * stay light by the non-zero rule.
 */
final class Outline {

    private final int columns;
    private final int rows;
    private final ModuleGrid.Modules modules;

    /** Upper edges of modules that a line has gone along; every closed line goes along one from left to right. */
    private final boolean[] gone;

    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);

    Outline(int columns, int rows, ModuleGrid.Modules modules) {
        this.columns = columns;
        this.rows = rows;
        this.modules = modules;
        this.gone = new boolean[columns * rows];
    }

    Path2D.Double path() {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (dark(column, row) && !dark(column, row - 1) && !gone[row * columns + column]) {
                    goAround(column, row);
                }
            }
        }
        return path;
    }

    /** Starts along the upper edge of that module, to the right, and stops where it would do so again. */
    private void goAround(int column, int row) {
        int x = column;
        int y = row;
        int right = 1;
        int down = 0;
        path.moveTo(x, y);
        do {
            if (right == 1) {
                gone[y * columns + x] = true;
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

    /** 1 to the right hand, -1 to the left hand, 0 straight on. */
    private int turn(int x, int y, int right, int down) {
        if (ahead(x, y, right, down, -1)) {
            return -1;
        }
        return ahead(x, y, right, down, 1) ? 0 : 1;
    }

    /** Whether the module ahead of that point is dark, on the left hand (-1) or on the right hand (1). */
    private boolean ahead(int x, int y, int right, int down, int hand) {
        return dark(x + (right - hand * down - 1) / 2, y + (down + hand * right - 1) / 2);
    }

    private boolean dark(int column, int row) {
        return column >= 0 && column < columns && row >= 0 && row < rows && modules.dark(column, row);
    }
}
