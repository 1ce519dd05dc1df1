package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.HashedContent;
import org.jspecify.annotations.Nullable;

/** What became of one attempt to sign one document. Every kind but {@link Signed} says in a sentence why. */
public sealed interface SignOutcome {

    ProviderAnswer answer();

    /**
     * The document with a signature. Whoever keeps it has to examine it first: that it begins with the bytes that were sent,
     * and that one intact signature behind them covers all of it.
     *
     * @param documentId {@code id_dokumen} of BSrE v1; null where the provider gives none
     */
    record Signed(HashedContent pdf, @Nullable String documentId, ProviderAnswer answer) implements SignOutcome {}

    /** Nothing was signed. Sending the same passphrase again can lock the account, so the whole batch stops. */
    record WrongPassphrase(String explanation, ProviderAnswer answer) implements SignOutcome {}

    /** Nothing was signed, and no other document will be until the certificate is in order: the whole batch stops. */
    record SignerCannotSign(CertificateStatus status, String explanation, ProviderAnswer answer)
            implements SignOutcome {}

    /** Nothing was signed because of this document; the others can go on. */
    record DocumentRejected(String explanation, ProviderAnswer answer) implements SignOutcome {}

    /** The provider was not reached or did not let the portal in. Nothing was signed; it may be sent again. */
    record Unreachable(String explanation, ProviderAnswer answer) implements SignOutcome {}

    /** It was not its turn: one before it has shown that nothing can be signed now. */
    record NotSent(String explanation, ProviderAnswer answer) implements SignOutcome {}

    /**
     * The document was sent and no usable answer came back, so a signature may exist or not. To be reconciled by a
     * person, never signed again by itself.
     */
    record Unknown(String explanation, ProviderAnswer answer) implements SignOutcome {}
}
