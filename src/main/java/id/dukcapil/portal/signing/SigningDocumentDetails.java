package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.SignaturePlace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of the register with its history.
 *
 * @param concerns name of the person it is about; masked once the case has lost its people
 * @param verified digest of what the verifier saw
 * @param unsigned digest of what is signed: the same, unless it was printed anew for another signatory
 * @param signature null as long as it is not signed
 * @param supersededBy the newer document that took its place
 * @param version to decide upon what was seen
 */
public record SigningDocumentDetails(
        SigningDocumentId id,
        String kind,
        String reference,
        OfficeCode office,
        String title,
        String concerns,
        SigningDocumentStatus status,
        Instant statusSince,
        VerificationCode code,
        ContentHash verified,
        ContentHash unsigned,
        SignaturePlace place,
        SignatoryLines printedFor,
        Instant printedAt,
        String verifier,
        Instant verifiedAt,
        @Nullable Signature signature,
        @Nullable SigningDocumentId supersededBy,
        long version,
        List<StepTaken<SigningDocumentStatus, SigningDocumentAction>> history) {

    /** @param digest SHA-256 of the signed bytes, under which they lie in the document store */
    public record Signature(ContentHash digest, SignatoryLines signer, Instant at) {}
}
