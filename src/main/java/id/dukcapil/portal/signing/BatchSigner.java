package id.dukcapil.portal.signing;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who signs a batch, as decided when it began.
 *
 * @param mandate on which a deputy relies; null for the head
 */
record BatchSigner(
        Signer signer, @Nullable UUID mandate, @Nullable String mandateNumber) {

    SignatoryLines lines() {
        return new SignatoryLines(signer.title(), signer.fullName(), signer.nip());
    }

    /** Whether the office would name the same one again: the same account on the same mandate. */
    boolean isStill(Optional<BatchSigner> now) {
        return now.filter(other ->
                        other.signer().account().equals(signer.account()) && Objects.equals(other.mandate(), mandate))
                .isPresent();
    }
}
