package id.dukcapil.portal.signing;

import java.util.EnumMap;
import java.util.Map;

/** How many documents of a batch stand where. */
public record BatchCounts(Map<ItemState, Integer> byState) {

    public BatchCounts {
        byState = Map.copyOf(byState);
    }

    public int of(ItemState state) {
        return byState.getOrDefault(state, 0);
    }

    public int total() {
        return byState.values().stream().mapToInt(Integer::intValue).sum();
    }

    BatchCounts moved(ItemState from, ItemState to) {
        var moved = new EnumMap<ItemState, Integer>(ItemState.class);
        moved.putAll(byState);
        moved.merge(from, -1, Integer::sum);
        moved.merge(to, 1, Integer::sum);
        return new BatchCounts(moved);
    }
}
