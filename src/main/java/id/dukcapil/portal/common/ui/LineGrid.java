package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list to work through, one wide column of lines. Lines come and go only when the list is read anew; until then each
 * stays in its place and says what has become of its record, so that none moves under the cursor.
 *
 * @param <K> what identifies a record
 * @param <L> a line; equal to every other line of the same record
 */
public abstract class LineGrid<K, L> extends Grid<L> {

    /** Lines that are kept up to date; more than a browser holds at once. */
    private static final int RENEWED = 200;

    private final transient Function<L, K> id;

    /** The lines fetched last, the oldest first. */
    private final transient Map<K, L> fetched = new LinkedHashMap<>();

    private @Nullable K open;

    /** Makes lines of the rows of a page. */
    @FunctionalInterface
    protected interface Lines<R, L> {

        /** @param offset place of the first row in the list */
        List<L> of(List<R> rows, int offset);
    }

    /**
     * @param selectable whether lines can be ticked
     * @param pageKeys keys of the page that keep their meaning while the list has the focus, as a browser names them
     */
    protected LineGrid(Function<L, K> id, boolean selectable, String pageKeys) {
        this.id = id;
        setSizeFull();
        setSelectionMode(selectable ? SelectionMode.MULTI : SelectionMode.NONE);
        if (getSelectionModel() instanceof GridMultiSelectionModel<L> ticks) {
            // A tick above the list would choose what happens to be loaded
            ticks.setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.HIDDEN);
        }
        setPartNameGenerator(line -> id.apply(line).equals(open) ? "chosen" : hasLeft(line) ? "left" : null);
        getElement().setAttribute("data-page-keys", pageKeys);
    }

    /** Whether its record does not belong to the list any more. */
    protected abstract boolean hasLeft(L line);

    /**
     * Reads the list anew.
     *
     * @param count how many rows there are; beyond the limit of counting the list goes on until it ends
     */
    protected final <R, P> void show(
            KeysetPages.Source<R, P> source, Function<R, P> key, int count, int limit, Lines<R, L> lines) {
        fetched.clear();
        deselectAll();
        var pages = new KeysetPages<>(source, key);
        var view = setItems(query -> {
            List<L> page =
                    lines.of(pages.fetch(query.getOffset(), query.getLimit()).toList(), query.getOffset());
            page.forEach(this::remember);
            return page.stream();
        });
        if (count > limit) {
            view.setItemCountUnknown();
        } else {
            view.setItemCountCallback(query -> count);
        }
    }

    private void remember(L line) {
        fetched.remove(id.apply(line));
        fetched.put(id.apply(line), line);
        if (fetched.size() > RENEWED) {
            fetched.remove(fetched.keySet().iterator().next());
        }
    }

    /** The lines that are kept up to date. */
    protected final Map<K, L> fetched() {
        return fetched;
    }

    /** Puts another line in the place of the one of the same record. */
    protected final void replace(L line) {
        fetched.put(id.apply(line), line);
        getDataProvider().refreshItem(line);
    }

    /** How many lines have left. */
    protected final int left() {
        return Math.toIntExact(fetched.values().stream().filter(this::hasLeft).count());
    }

    /**
     * Marks the line of the record that is open; nothing is fetched for it.
     *
     * @return whether another one is open than before
     */
    public final boolean markOpen(@Nullable K record) {
        K before = open;
        open = record;
        if (Objects.equals(before, record)) {
            return false;
        }
        showAgain(before);
        showAgain(record);
        return true;
    }

    protected final @Nullable K open() {
        return open;
    }

    private void showAgain(@Nullable K record) {
        Optional.ofNullable(record)
                .flatMap(key -> Optional.ofNullable(fetched.get(key)))
                .ifPresent(getDataProvider()::refreshItem);
    }

    /** Ticks a line or takes its tick away. */
    protected final void toggle(L line) {
        if (getSelectionMode() != SelectionMode.MULTI) {
            return;
        }
        if (getSelectedItems().contains(line)) {
            deselect(line);
        } else {
            select(line);
        }
    }
}
