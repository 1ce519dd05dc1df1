package id.dukcapil.portal.signing;

import java.util.Optional;
import java.util.UUID;

/** Identity of a batch of documents that are signed in one sitting. */
public record SigningBatchId(UUID value) {

    public static Optional<SigningBatchId> parse(String text) {
        try {
            return Optional.of(new SigningBatchId(UUID.fromString(text)));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
