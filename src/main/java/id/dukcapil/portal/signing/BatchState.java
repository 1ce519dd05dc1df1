package id.dukcapil.portal.signing;

import java.util.List;

/**
 * How a batch gets on.
 *
 * @param mine whether the acting one signs it
 * @param sent the documents that the provider has at this moment
 * @param troubled what failed or is unknown, the first {@link BatchFollowing#MOST_TROUBLED} of it
 */
public record BatchState(BatchRow batch, BatchCounts counts, boolean mine, List<ItemRow> sent, List<ItemRow> troubled) {

    public BatchState {
        sent = List.copyOf(sent);
        troubled = List.copyOf(troubled);
    }

    public boolean isRunning() {
        return batch.ending() == null;
    }

    /** Documents that had their turn. */
    public int done() {
        return counts.total() - counts.of(ItemState.WAITING) - counts.of(ItemState.SENT);
    }

    /** Documents that can be signed in another batch as far as this one says. */
    public int unsigned() {
        return counts.of(ItemState.FAILED) + counts.of(ItemState.NOT_DONE);
    }
}
