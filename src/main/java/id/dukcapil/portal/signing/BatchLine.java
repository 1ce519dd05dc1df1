package id.dukcapil.portal.signing;

/** A batch as a line of the history, with its documents within reach of whoever looks. */
public record BatchLine(BatchRow batch, BatchCounts counts) {

    public SigningBatchId id() {
        return batch.id();
    }
}
