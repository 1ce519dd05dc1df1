package id.dukcapil.portal.signing;

import java.util.UUID;

/** Identity of a batch of documents that are signed in one sitting. */
public record SigningBatchId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
