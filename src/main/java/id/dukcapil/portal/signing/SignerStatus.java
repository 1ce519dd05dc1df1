package id.dukcapil.portal.signing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody can sign.
 *
 * @param explanation a sentence in Indonesian for the signer
 * @param certificateEnds when the certificate ends; null where the provider does not tell (BSrE)
 */
public record SignerStatus(
        CertificateStatus status,
        String explanation,
        @Nullable Instant certificateEnds,
        ProviderAnswer answer) {

    public boolean maySign() {
        return status.maySign();
    }
}
