package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.AfterNavigationEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page that lists records. Its address holds filters and the open record; rows come by key from the database, show as
 * cards on a phone, and the open record stands in a panel beside them. A view adds in its constructor fields to
 * {@link #filters} and columns to {@link #grid}, says what it lists by {@link #list} and what a row opens by {@link #open},
 * and ends with {@link #lay}.
 *
 * @param <R> a row
 */
public abstract class RegisterPage<R> extends AddressedPage {

    protected final ListFilters filters = new ListFilters(this::go);
    protected final ListGrid<R> grid = new ListGrid<>();
    private final ListAndPanel content = new ListAndPanel(grid);
    private transient IntSupplier rows = () -> 0;
    private transient @Nullable OpenRecord<?> record;
    private int shown = -1;
    private boolean found;

    /** Reads a page of what matches a filter; see {@link KeysetPages.Source}. */
    @FunctionalInterface
    public interface Pages<F, R, K> {

        List<R> page(F filter, @Nullable K after, int skip, int limit);
    }

    private record OpenRecord<D>(String parameter, Function<String, Optional<D>> find, Consumer<D> show, String gone) {}

    /** @param route the address without its parameters */
    protected RegisterPage(String title, String route) {
        super(title, route);
    }

    /**
     * Lists what matches the filter.
     *
     * @param limit the count stops beyond it and the page says "lebih dari"
     */
    protected final <F, K> void list(
            Supplier<F> filter, ToIntFunction<F> count, int limit, Pages<F, R, K> pages, Function<R, K> key) {
        rows = () -> {
            F asked = filter.get();
            int matching = count.applyAsInt(asked);
            filters.setCount(Math.min(matching, limit), matching > limit);
            grid.show((after, skip, size) -> pages.page(asked, after, skip, size), key, matching);
            return matching;
        };
    }

    /** Lists everything, and keeps the place in the list while only the figures of its rows change. */
    protected final <K> void list(IntSupplier count, KeysetPages.Source<R, K> pages, Function<R, K> key) {
        rows = () -> {
            int all = count.getAsInt();
            if (all == shown) {
                grid.getDataProvider().refreshAll();
            } else {
                shown = all;
                grid.show(pages, key, all);
            }
            return all;
        };
    }

    /** Lists few rows, which are read at once. */
    protected final void list(Supplier<List<R>> all) {
        rows = () -> {
            List<R> found = all.get();
            filters.setCount(found.size(), false);
            grid.setItems(found);
            return found.size();
        };
    }

    /**
     * Opens a row in the panel.
     *
     * @param parameter place of the open record in the address
     * @param id what stands there
     * @param find by what stands there
     * @param show fills the panel
     * @param gone said when the address names a record that does not exist or is out of reach
     */
    protected final <D> void open(
            DetailPanel panel,
            String parameter,
            Function<R, ?> id,
            Function<String, Optional<D>> find,
            Consumer<D> show,
            String gone) {
        record = new OpenRecord<>(parameter, find, show, gone);
        panel.onDismiss(() -> go(url().with(parameter, null)));
        content.with(panel);
        onRow(row -> go(url().with(parameter, id.apply(row))));
    }

    /** What a click or tap on a row does, where it opens no panel. */
    protected final void onRow(Consumer<R> chosen) {
        ListAndPanel.onRow(grid, chosen);
    }

    /** What stands there when there is nothing to list. */
    protected final void whenEmpty(String title, String explanation) {
        content.whenEmpty(title, explanation);
    }

    /** Puts the page together: what stands above, the filters, and the list, which fills what is left of the window. */
    protected final void lay(Component... above) {
        add(above);
        if (filters.isUsed()) {
            add(filters);
        }
        add(content);
        fillHeight(content);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        super.afterNavigation(event);
        OpenRecord<?> open = record;
        if (open != null && !found && url().text(open.parameter()).isPresent()) {
            Notify.warning(open.gone());
        }
    }

    @Override
    protected void refresh() {
        filters.show(url());
        showRows();
        OpenRecord<?> open = record;
        if (open != null) {
            show(open);
        }
    }

    /** @return how many rows match, at most one more than the limit of the count */
    protected final int showRows() {
        int count = rows.getAsInt();
        content.showList(count);
        return count;
    }

    private <D> void show(OpenRecord<D> open) {
        Optional<D> chosen = url().text(open.parameter()).flatMap(open.find());
        found = chosen.isPresent();
        content.showChosen(chosen, open.show());
    }
}
