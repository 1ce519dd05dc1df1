package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A run of rows that were sealed together.
 *
 * @param number from 1 without a gap
 * @param lastHash the link of the chain at the last row, and so of all before it
 * @param previous {@link #hash()} of the batch before
 * @param keyId whose signature it is
 */
record Batch(
        long number,
        long firstRow,
        long lastRow,
        byte[] lastHash,
        byte[] previous,
        Instant sealedAt,
        String keyId,
        byte[] signature) {

    private static final byte FORMAT = 1;

    static Batch sealed(ChainEnd before, long firstRow, long lastRow, byte[] lastHash, Instant now, SealingKeys keys) {
        var unsigned = new Batch(
                before.batch() + 1,
                firstRow,
                lastRow,
                lastHash,
                before.batchHash(),
                now.truncatedTo(ChronoUnit.MICROS),
                keys.keyId(),
                new byte[0]);
        return unsigned.with(keys.sign(unsigned.content()));
    }

    private Batch with(byte[] signed) {
        return new Batch(number, firstRow, lastRow, lastHash, previous, sealedAt, keyId, signed);
    }

    long rows() {
        return lastRow - firstRow + 1;
    }

    /** Everything that is signed. */
    byte[] content() {
        byte[] key = keyId.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(1 + 5 * Long.BYTES + 2 * Chain.LENGTH + key.length)
                .put(FORMAT)
                .putLong(number)
                .putLong(firstRow)
                .putLong(lastRow)
                .putLong(sealedAt.getEpochSecond())
                .putLong(sealedAt.getNano())
                .put(lastHash)
                .put(previous)
                .put(key)
                .array();
    }

    /** Names this batch and, through {@link #previous}, all before it. */
    byte[] hash() {
        return Sha256.digest().digest(content());
    }

    boolean isSignedBy(SealingKeys keys) {
        return lastHash.length == Chain.LENGTH
                && previous.length == Chain.LENGTH
                && keys.verify(keyId, content(), signature);
    }
}
