package id.dukcapil.portal.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Up to here the trail was removed after its retention period; the rest continues from these hashes. Signed like a batch.
 *
 * @param lastHash the link of the chain at the last row that was removed
 * @param batchHash {@link Batch#hash()} of the last batch that was removed
 */
record Pruning(
        long lastBatch,
        long lastRow,
        byte[] lastHash,
        byte[] batchHash,
        Instant prunedAt,
        String keyId,
        byte[] signature) {

    /** Differs from that of a batch, so that neither can stand in for the other. */
    private static final byte FORMAT = 101;

    static Pruning upTo(Batch last, Instant now, SealingKeys keys) {
        var unsigned = new Pruning(
                last.number(),
                last.lastRow(),
                last.lastHash(),
                last.hash(),
                now.truncatedTo(ChronoUnit.MICROS),
                keys.keyId(),
                new byte[0]);
        return new Pruning(
                unsigned.lastBatch,
                unsigned.lastRow,
                unsigned.lastHash,
                unsigned.batchHash,
                unsigned.prunedAt,
                unsigned.keyId,
                keys.sign(unsigned.content()));
    }

    private byte[] content() {
        byte[] key = keyId.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(1 + 4 * Long.BYTES + 2 * Chain.LENGTH + key.length)
                .put(FORMAT)
                .putLong(lastBatch)
                .putLong(lastRow)
                .putLong(prunedAt.getEpochSecond())
                .putLong(prunedAt.getNano())
                .put(lastHash)
                .put(batchHash)
                .put(key)
                .array();
    }

    boolean isSignedBy(SealingKeys keys) {
        return lastHash.length == Chain.LENGTH
                && batchHash.length == Chain.LENGTH
                && keys.verify(keyId, content(), signature);
    }
}
