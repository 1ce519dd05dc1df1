package id.dukcapil.portal.documents;

import id.dukcapil.portal.common.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A document in memory with its hash, which is always that of its bytes, and with how far SHA-256 has come behind them:
 * whatever begins with them, such as the same document with a signature, is hashed from there. Nobody writes into the
 * bytes.
 */
public final class HashedContent {

    private final byte[] bytes;
    private final MessageDigest begun;
    private final ContentHash hash;

    private HashedContent(byte[] bytes, MessageDigest begun) {
        this.bytes = bytes;
        this.begun = begun;
        this.hash = ContentHash.of(begun());
    }

    public static HashedContent of(byte[] bytes) {
        MessageDigest begun = Sha256.digest();
        begun.update(bytes);
        return new HashedContent(bytes, begun);
    }

    /** Of bytes that as a rule begin with these: then only what stands behind is hashed, else all of them. */
    public HashedContent followedBy(byte[] longer) {
        if (!isBeginOf(longer)) {
            return of(longer);
        }
        MessageDigest further = begun();
        further.update(longer, bytes.length, longer.length - bytes.length);
        return new HashedContent(longer, further);
    }

    /** Whether they are the same bytes with more behind them, or nothing. */
    public boolean isBeginOf(byte[] other) {
        return other.length >= bytes.length && Arrays.equals(bytes, 0, bytes.length, other, 0, bytes.length);
    }

    public byte[] bytes() {
        return bytes;
    }

    public ContentHash hash() {
        return hash;
    }

    /** SHA-256 that has taken in these bytes, to go on with what stands behind them; the caller's own. */
    public MessageDigest begun() {
        try {
            return (MessageDigest) begun.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of the Java platform can be copied", e);
        }
    }
}
