package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.documents.ContentHash;
import java.time.Instant;

/** What became of documents, published inside the transaction in which it happened. */
public sealed interface SigningEvent {

    DocumentFacts document();

    /** By which the room that a document came from knows it again. */
    record DocumentFacts(
            SigningDocumentId id,
            String kind,
            String reference,
            OfficeCode office,
            String title,
            VerificationCode code,
            Instant at) {}

    /**
     * The signed bytes lie in the document store and have been examined.
     *
     * @param signed digest of the signed bytes
     * @param lines signer as printed
     */
    record DocumentSigned(DocumentFacts document, ContentHash signed, StaffId signer, SignatoryLines lines)
            implements SigningEvent {}

    /** Back to the verifier. */
    record DocumentRefused(DocumentFacts document, String reason) implements SigningEvent {}

    record DocumentSuperseded(DocumentFacts document, SigningDocumentId by) implements SigningEvent {}

    record DocumentRevoked(DocumentFacts document, String reason) implements SigningEvent {}
}
