package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;

/**
 * A signed document as a line of a list.
 *
 * @param concerns name of the person it is about; masked once the case has lost its people
 * @param signer as printed
 */
public record SignedRow(
        SigningDocumentId id,
        String title,
        String reference,
        String concerns,
        OfficeCode office,
        SigningDocumentStatus status,
        String signer,
        Instant signedAt) {

    public Cursor cursor() {
        return new Cursor(signedAt, id);
    }

    /** Where a page ends: rows are ordered by the time of the signature and id, newest first. */
    public record Cursor(Instant signedAt, SigningDocumentId id) {}
}
