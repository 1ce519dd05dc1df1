package id.dukcapil.portal.visits.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Machines that record one pupil at a time; usable while none of them is broken. */
public record RecordingSet(String code, String name, List<Item> items) {

    public RecordingSet {
        items = List.copyOf(items);
    }

    /** @param brokenBecause null while it works */
    public record Item(
            long id,
            String setCode,
            String kind,
            String serial,
            @Nullable String brokenBecause) {}

    /** What does not work, in words; empty when the set is usable. */
    public String trouble() {
        return items.stream()
                .filter(item -> item.brokenBecause() != null)
                .map(item -> "%s %s (%s)".formatted(item.kind(), item.serial(), item.brokenBecause()))
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }
}
