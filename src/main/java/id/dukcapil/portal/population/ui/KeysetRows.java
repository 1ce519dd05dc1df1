package id.dukcapil.portal.population.ui;

import id.dukcapil.portal.population.PersonRow;
import id.dukcapil.portal.population.PersonRow.PageKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a grid, which asks by offset, scroll through a list that is read by key: pages are read one after the other and
 * kept, which is little because a search shows a thousand rows at most.
 */
class KeysetRows {

    /** Reads the page after a key, or the first. */
    @FunctionalInterface
    interface Pages {
        List<PersonRow> after(@Nullable PageKey key, int limit);
    }

    private final Pages pages;
    private final List<PersonRow> read = new ArrayList<>();
    private boolean complete;

    KeysetRows(Pages pages) {
        this.pages = pages;
    }

    Stream<PersonRow> fetch(int offset, int limit) {
        while (!complete && read.size() < offset + limit) {
            List<PersonRow> page =
                    pages.after(read.isEmpty() ? null : read.getLast().key(), limit);
            read.addAll(page);
            complete = page.size() < limit;
        }
        return read.stream().skip(offset).limit(limit);
    }
}
