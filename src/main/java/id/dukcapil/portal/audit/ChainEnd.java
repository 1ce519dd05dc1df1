package id.dukcapil.portal.audit;

/**
 * Where a chain continues.
 *
 * @param batch number of the last batch
 * @param row number of the last row
 * @param hash the link at that row
 * @param batchHash hash of that batch
 */
record ChainEnd(long batch, long row, byte[] hash, byte[] batchHash) {

    static final ChainEnd BEGINNING = new ChainEnd(0, 0, new byte[Chain.LENGTH], new byte[Chain.LENGTH]);

    static ChainEnd of(Batch last) {
        return new ChainEnd(last.number(), last.lastRow(), last.lastHash(), last.hash());
    }

    static ChainEnd of(Pruning pruning) {
        return new ChainEnd(pruning.lastBatch(), pruning.lastRow(), pruning.lastHash(), pruning.batchHash());
    }
}
