package id.dukcapil.portal.submission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be looked at in one lane before a request passes on.
 *
 * @param items in the order in which they are looked at
 */
public record Checklist(Desk desk, List<Item> items) {

    public Checklist {
        items = List.copyOf(items);
    }

    /**
     * One thing to look at.
     *
     * @param basis the rule that asks for it
     * @param tick who has looked, or null
     */
    public record Item(
            String code,
            String text,
            String basis,
            @Nullable Tick tick) {}

    public record Tick(String by, Instant at) {}

    public boolean isComplete() {
        return items.stream().allMatch(item -> item.tick() != null);
    }

    public long ticked() {
        return items.stream().filter(item -> item.tick() != null).count();
    }
}
