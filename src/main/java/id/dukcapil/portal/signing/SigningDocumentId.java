package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.TimeOrderedId;
import java.util.Optional;
import java.util.UUID;

/** Identity of a document in the register; strangers use the {@link VerificationCode}. */
public record SigningDocumentId(UUID value) {

    public static Optional<SigningDocumentId> parse(String text) {
        return TimeOrderedId.parse(text, SigningDocumentId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
