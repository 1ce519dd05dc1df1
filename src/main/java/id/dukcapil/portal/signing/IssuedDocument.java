package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.documents.ContentHash;
import java.time.Instant;
import java.util.Optional;

/**
 * A document that the office has signed, as far as strangers may know of it: nothing of who worked on it, and no reason.
 *
 * @param title "Kartu Keluarga"
 * @param concerns masked name of the person it is about: "R••• K•••••"
 * @param reference number of the request
 * @param status signed, superseded or revoked
 * @param since when it became so
 * @param signer as printed, "Plh." or "Plt." included
 * @param signed digest of the signed bytes
 */
public record IssuedDocument(
        String title,
        String concerns,
        String reference,
        OfficeCode office,
        SigningDocumentStatus status,
        Instant since,
        SignatoryLines signer,
        Instant signedAt,
        ContentHash signed) {

    static Optional<IssuedDocument> of(SigningDocumentDetails document) {
        SigningDocumentDetails.Signature signature = document.signature();
        return signature == null
                ? Optional.empty()
                : Optional.of(new IssuedDocument(
                        document.title(),
                        Masking.name(document.concerns()),
                        document.reference(),
                        document.office(),
                        document.status(),
                        document.statusSince(),
                        signature.signer(),
                        signature.at(),
                        signature.digest()));
    }
}
