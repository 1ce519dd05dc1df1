package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A list, and beside it, on a phone instead of it, the panel of what was chosen from it. Where there is nothing to list
 * stands what to do about it.
 */
public final class ListAndPanel extends Div {

    private final Div list = new Div();
    private final Grid<?> grid;
    private @Nullable DetailPanel panel;
    private @Nullable EmptyState empty;

    public ListAndPanel(Grid<?> grid) {
        this.grid = grid;
        list.addClassName("list");
        list.add(grid);
        addClassName("list-and-panel");
        add(list);
    }

    /** @param chosen told which row the user clicked or tapped */
    public <R> ListAndPanel(Grid<R> grid, DetailPanel panel, Consumer<R> chosen) {
        this(grid);
        onRow(grid, chosen);
        with(panel);
    }

    /** A row that is being replaced at the moment of the click has no item any more. */
    static <R> void onRow(Grid<R> grid, Consumer<R> chosen) {
        grid.addItemClickListener(click -> Optional.ofNullable(click.getItem()).ifPresent(chosen));
    }

    void with(DetailPanel beside) {
        panel = beside;
        add(beside);
    }

    /** What stands there when {@link #showList} had nothing to show. */
    public ListAndPanel whenEmpty(String title, String explanation) {
        if (empty != null) {
            list.remove(empty);
        }
        empty = new EmptyState(title, explanation);
        list.add(empty);
        return this;
    }

    public void showList(int rows) {
        grid.setVisible(rows > 0 || empty == null);
        if (empty != null) {
            empty.setVisible(rows == 0);
        }
    }

    /** Opens the panel when something is chosen, and closes it when not. */
    public <C> void showChosen(Optional<C> chosen, Consumer<C> show) {
        if (panel != null) {
            panel.setVisible(chosen.isPresent());
        }
        chosen.ifPresent(show);
    }
}
