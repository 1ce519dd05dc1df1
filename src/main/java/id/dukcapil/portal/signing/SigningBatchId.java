package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.TimeOrderedId;
import java.util.Optional;
import java.util.UUID;

/** Identity of a batch of documents that are signed in one sitting. */
public record SigningBatchId(UUID value) {

    public static Optional<SigningBatchId> parse(String text) {
        return TimeOrderedId.parse(text, SigningBatchId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
