package id.dukcapil.portal.signing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be thought of the signatures in a PDF.
 *
 * @param explanation a sentence in Indonesian, the provider's own where it gave one
 * @param signatures in the order in which they were made
 */
public record Verification(
        Conclusion conclusion, String explanation, List<Signature> signatures, ProviderAnswer answer) {

    public Verification {
        signatures = List.copyOf(signatures);
    }

    public boolean isValid() {
        return conclusion == Conclusion.VALID;
    }

    public enum Conclusion {
        /** There is a signature, and each of them is intact and by a trusted certificate. */
        VALID,
        INVALID,
        NO_SIGNATURE
    }

    /**
     * One signature.
     *
     * @param signer the common name in the certificate
     * @param signedAt as claimed, or proved by a time stamp; null when the document does not say
     * @param format "PAdES-BASELINE-B"; null where the provider does not say
     * @param intact the signed bytes are unchanged
     * @param trusted the certificate leads to an authority that the provider trusts
     * @param coversWholeDocument nothing was added after this signature
     * @param doubt why an intact signature proves nothing; null when there is none, or when it was not looked for
     */
    public record Signature(
            String signer,
            @Nullable String issuer,
            @Nullable Instant signedAt,
            @Nullable String format,
            @Nullable String reason,
            boolean intact,
            boolean trusted,
            boolean coversWholeDocument,
            @Nullable Doubt doubt) {

        /** Of which only the structure was looked at. */
        public Signature(
                String signer,
                @Nullable String issuer,
                @Nullable Instant signedAt,
                @Nullable String format,
                @Nullable String reason,
                boolean intact,
                boolean trusted,
                boolean coversWholeDocument) {
            this(signer, issuer, signedAt, format, reason, intact, trusted, coversWholeDocument, null);
        }

        /** By a certificate that says of itself that it binds nobody. */
        public boolean isDemonstration() {
            return TteProvider.DEMONSTRATION_ISSUER.equals(issuer);
        }
    }

    /** Why an intact signature proves nothing, the worst first. */
    public enum Doubt {
        /** Content was changed between this signature and a later one. */
        REWRITTEN,
        CERTIFICATE_REVOKED,
        /** The certificate has ended, and no trusted time stamp proves that the signature is older. */
        CERTIFICATE_EXPIRED,
        /** Key or algorithm can be forged. */
        WEAK,
        /** The certificate was not issued for signing documents: one of a web server, for instance. */
        WRONG_PURPOSE,
        /** The validation came to no positive end for another reason. */
        UNPROVEN
    }
}
