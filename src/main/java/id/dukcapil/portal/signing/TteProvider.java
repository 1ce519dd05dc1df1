package id.dukcapil.portal.signing;

/**
 * Whoever makes electronic signatures for the office: the BSrE e-sign client service, or a keystore of the portal. The
 * port is shaped like BSrE v2, one PDF a call. No call runs inside a database transaction, and every call of it is
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
     * What the provider thinks of the signatures in a PDF; takes long for large documents with many of them.
     *
     * @throws TteUnavailable when the provider gives no usable answer
     */
    Verification verify(byte[] pdf);
}
