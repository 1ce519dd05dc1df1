package id.dukcapil.portal.audit;

import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Proves that the portal wrote a row of the inbox: a keyed hash over all its columns, stored beside them. The key lies
 * outside the database, so neither a statement nor a trigger in there can write or change a row unnoticed.
 */
final class InboxProof {

    static final String KEY_FILE = "audit-inbox.key";

    /** When it exists, every row that waits must have its proof. */
    static final String SINCE_FILE = "audit-inbox.since";

    private final Secrets secrets;
    private final KeyedHash hash;

    InboxProof(Secrets secrets) {
        this.secrets = secrets;
        hash = new KeyedHash(secrets, KEY_FILE);
    }

    byte[] of(byte[] content) {
        return hash.of(content);
    }

    boolean holds(byte[] content, byte @Nullable [] proof) {
        return proof != null && MessageDigest.isEqual(of(content), proof);
    }

    /** Whether rows can still wait that an earlier version wrote, or that were proved with a key that is lost. */
    boolean isNew() {
        return !secrets.holds(SINCE_FILE);
    }

    void begin(Instant now) {
        secrets.readOrCreate(SINCE_FILE, () -> now + "\n");
    }
}
