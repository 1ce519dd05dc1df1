package id.dukcapil.portal.common.ui;

import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a grid, which asks by offset, scroll through a list that is read by key. It remembers where pages ended, so that
 * scrolling on continues after the last row seen and costs the same at any depth; only a jump of the scroll bar passes
 * over rows. One is made per search, because a key means something in its own list only.
 *
 * @param <T> a row
 * @param <K> the place of a row in the order of the list
 */
public final class KeysetPages<T, K> {

    /** Reads a page of the list. */
    @FunctionalInterface
    public interface Source<T, K> {

        /**
         * @param after the place after which to read, or null for the beginning
         * @param skip further rows to pass over
         */
        List<T> page(@Nullable K after, int skip, int limit);
    }

    private final Source<T, K> source;
    private final Function<T, K> keyOf;
    private final TreeMap<Integer, K> ends = new TreeMap<>();

    KeysetPages(Source<T, K> source, Function<T, K> keyOf) {
        this.source = source;
        this.keyOf = keyOf;
    }

    /** @param matches how many rows to offer for scrolling */
    public static <T, K> CallbackDataProvider<T, Void> of(Source<T, K> source, Function<T, K> keyOf, int matches) {
        var pages = new KeysetPages<>(source, keyOf);
        return DataProvider.fromCallbacks(query -> pages.fetch(query.getOffset(), query.getLimit()), query -> matches);
    }

    Stream<T> fetch(int offset, int limit) {
        Map.@Nullable Entry<Integer, K> nearest = ends.floorEntry(offset);
        List<T> rows = nearest == null
                ? source.page(null, offset, limit)
                : source.page(nearest.getValue(), offset - nearest.getKey(), limit);
        if (!rows.isEmpty()) {
            ends.put(offset + rows.size(), keyOf.apply(rows.getLast()));
        }
        return rows.stream();
    }
}
