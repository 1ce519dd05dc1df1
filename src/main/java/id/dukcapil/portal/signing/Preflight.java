package id.dukcapil.portal.signing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found before the passphrase is asked for.
 *
 * @param signer whose lines will be printed; null when nobody can sign now
 * @param mandate number of the letter on which a deputy relies
 * @param provider who makes the signatures; null when nobody is configured to
 * @param demonstration whether these signatures bind nobody
 * @param certificate what the provider says of the signer's certificate; null when it was not asked or did not answer
 * @param certificateEnds when it ends; null where the provider does not tell (BSrE)
 * @param obstacles what keeps every document from being signed, in sentences
 */
public record Preflight(
        @Nullable SignatoryLines signer,
        @Nullable String mandate,
        @Nullable String provider,
        boolean demonstration,
        @Nullable CertificateStatus certificate,
        @Nullable Instant certificateEnds,
        List<String> obstacles,
        List<Check> documents) {

    public Preflight {
        obstacles = List.copyOf(obstacles);
        documents = List.copyOf(documents);
    }

    /** @param obstacles what keeps this one from being signed; empty when nothing does */
    public record Check(SigningDocumentId document, String title, String reference, List<String> obstacles) {

        public Check {
            obstacles = List.copyOf(obstacles);
        }

        public boolean isReady() {
            return obstacles.isEmpty();
        }
    }

    /** Those that can be signed now, in the order given. */
    public List<SigningDocumentId> ready() {
        return obstacles.isEmpty()
                ? documents.stream().filter(Check::isReady).map(Check::document).toList()
                : List.of();
    }
}
