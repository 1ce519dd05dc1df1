package id.dukcapil.portal.signing;

import java.util.UUID;

/** Identity of a document in the register; strangers use the {@link VerificationCode}. */
public record SigningDocumentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
