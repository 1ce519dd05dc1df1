package id.dukcapil.portal.signing;

import java.util.Optional;
import java.util.UUID;

/** Identity of a document in the register; strangers use the {@link VerificationCode}. */
public record SigningDocumentId(UUID value) {

    public static Optional<SigningDocumentId> parse(String text) {
        try {
            return Optional.of(new SigningDocumentId(UUID.fromString(text)));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
