package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.Renderer;
import java.util.List;

/**
 * Makes a grid readable on a phone: on screens of at most 700 px its columns give way to one column of cards, and come back when
 * there is room again. Selection, lazy loading and the row's click listeners stay as they are.
 *
 * <pre>{@code
 * ResponsiveGrid.cards(grid, GridCard.<Row>of(Row::name, row -> List.of(row.code(), row.day()))
 *         .withBadge(Row::statusLabel, Row::tone));
 * }</pre>
 *
 * Call it after all other columns have been added. Columns that are hidden at the moment of the change (a column
 * chooser) stay hidden afterwards.
 */
public final class ResponsiveGrid {

    /** Key of the column of cards, for tests. */
    public static final String CARD = "card";

    private ResponsiveGrid() {}

    public static <T> void cards(Grid<T> grid, GridCard<T> card) {
        cards(grid, card.renderer());
    }

    /** With a renderer of one's own, for cards that carry buttons. */
    public static <T> void cards(Grid<T> grid, Renderer<T> card) {
        Grid.Column<T> column = grid.addColumn(card).setKey(CARD).setFlexGrow(1);
        column.setVisible(false);
        var switcher = new Switcher<>(grid, column);
        NarrowScreen.observe(grid, switcher::show);
    }

    private static final class Switcher<T> {

        private final Grid<T> grid;
        private final Grid.Column<T> card;
        private List<Grid.Column<T>> wide = List.of();
        private boolean narrow;

        Switcher(Grid<T> grid, Grid.Column<T> card) {
            this.grid = grid;
            this.card = card;
        }

        void show(boolean nowNarrow) {
            if (nowNarrow == narrow) {
                return;
            }
            narrow = nowNarrow;
            if (narrow) {
                wide = grid.getColumns().stream()
                        .filter(column -> column != card && column.isVisible())
                        .toList();
            }
            wide.forEach(column -> column.setVisible(!narrow));
            card.setVisible(narrow);
            grid.setClassName("cards", narrow);
        }
    }
}
