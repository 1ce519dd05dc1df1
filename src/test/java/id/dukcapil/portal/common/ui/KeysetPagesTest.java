package id.dukcapil.portal.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysetPagesTest {

    private final List<String> asked = new ArrayList<>();
    private final KeysetPages<Integer, Integer> pages = new KeysetPages<>(this::page, Function.identity());

    @Test
    void scrollingOnContinuesAfterTheLastRowSeen() {
        assertThat(pages.fetch(0, 50)).hasSize(50).startsWith(1);
        assertThat(pages.fetch(50, 50)).hasSize(50).startsWith(51);
        assertThat(pages.fetch(100, 50)).hasSize(20).startsWith(101).endsWith(120);
        assertThat(asked).containsExactly("from the beginning", "after 50", "after 100");
    }

    @Test
    void aJumpPassesOverRowsFromTheNearestPlaceKnown() {
        assertThat(pages.fetch(0, 20)).endsWith(20);
        assertThat(pages.fetch(90, 10)).startsWith(91).endsWith(100);
        assertThat(pages.fetch(100, 10)).startsWith(101);
        assertThat(asked).containsExactly("from the beginning", "after 20 skipping 70", "after 100");
    }

    @Test
    void scrollingBackFindsThePlacesAgain() {
        pages.fetch(0, 50);
        pages.fetch(50, 50);
        assertThat(pages.fetch(25, 50)).startsWith(26).hasSize(50);
        assertThat(pages.fetch(50, 50)).startsWith(51);
        assertThat(asked).endsWith("from the beginning skipping 25", "after 50");
    }

    @Test
    void theGridIsOfferedAsManyRowsAsMatch() {
        var rows = KeysetPages.of(this::page, Function.identity(), 120);
        assertThat(rows.size(new Query<>())).isEqualTo(120);
        assertThat(rows.fetch(new Query<>(100, 50, List.of(), null, null))).hasSize(20);
    }

    /** A list of the numbers 1 to 120. */
    private List<Integer> page(@Nullable Integer after, int skip, int limit) {
        asked.add((after == null ? "from the beginning" : "after " + after) + (skip == 0 ? "" : " skipping " + skip));
        return IntStream.rangeClosed(1, 120)
                .filter(number -> after == null || number > after)
                .skip(skip)
                .limit(limit)
                .boxed()
                .toList();
    }
}
