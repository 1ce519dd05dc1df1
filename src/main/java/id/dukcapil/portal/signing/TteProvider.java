package id.dukcapil.portal.signing;

import id.dukcapil.portal.signing.pades.SignerCertificate;
import java.util.List;
import java.util.Optional;

/**
 * Whoever makes electronic signatures for the office: the BSrE e-sign client service, or a keystore of the portal. The
 * port is shaped like BSrE v2, which signs one or several PDFs with one passphrase. No call runs inside a database transaction, and every call of it is
 * written into the log of TTE processes that BSrE demands.
 */
public interface TteProvider {

    /** "BSrE (v2)", as screens and the berita acara name it. */
    String name();

    /** False where the office has named nobody yet; then nothing can be signed. */
    default boolean isConfigured() {
        return true;
    }

    /**
     * Whether signatures of this provider bind nobody. The unsigned document must then carry {@link #DEMONSTRATION_MARK}
     * before its digest is pinned: nothing can be added to a document afterwards.
     */
    boolean isDemonstration();

    /**
     * Whether a signature exists nowhere but in the bytes that come back. When the portal ends before it has stored them, such
     * a document is not signed, and nobody has to be asked.
     */
    default boolean signsHere() {
        return false;
    }

    /**
     * The certificate that this provider signs with for that person; empty where it is not known here.
     */
    default Optional<SignerCertificate> certificateOf(SignatoryLines signer) {
        return Optional.empty();
    }

    /** "Balai Sertifikasi Elektronik (BSrE), BSSN", as documents name it; empty where the provider cannot know that beforehand. */
    default Optional<String> certificateIssuer() {
        return Optional.empty();
    }

    /** What a document says that is signed by a demonstration certificate. */
    String DEMONSTRATION_MARK = "CONTOH – BUKAN DOKUMEN SAH";

    /** Who issues the certificates of a demonstration, here and at every other portal of this kind. */
    String DEMONSTRATION_ISSUER = "CONTOH - Otoritas Sertifikat Demonstrasi";

    /**
     * Whether that person can sign now, for the check before the passphrase is asked for.
     *
     * @throws TteUnavailable when the provider gives no usable answer
     */
    SignerStatus status(Signer signer);

    /**
     * Signs one document, once: nothing is ever tried again in here, because a signature may have been made although its
     * answer was lost. Only {@link SignOutcome.Unreachable} may be sent again without a look.
     *
     * @param passphrase stays the caller's, who closes it at the end of the batch
     */
    SignOutcome sign(Signer signer, Passphrase passphrase, PdfToSign document);

    /**
     * Signs several documents, one after the other. After one that shows that nothing can be signed now, a wrong passphrase
     * above all, the rest is not tried.
     *
     * @return an outcome for each of them, in their order; {@link SignOutcome.Unknown} for one at which the provider failed
     *     in a way that nobody expected
     */
    default List<SignOutcome> sign(Signer signer, Passphrase passphrase, List<PdfToSign> documents) {
        return OneByOne.sign(documents, document -> sign(signer, passphrase, document));
    }

    /**
     * What the provider thinks of the signatures in a PDF; takes long for large documents with many of them.
     *
     * @throws TteUnavailable when the provider gives no usable answer
     */
    Verification verify(byte[] pdf);
}
