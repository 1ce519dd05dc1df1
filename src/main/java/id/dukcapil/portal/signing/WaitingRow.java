package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;

/**
 * A document that waits for a signature, in a list.
 *
 * @param concerns name of the person it is about; masked once the case has lost its people
 * @param verifier who has verified it
 */
public record WaitingRow(
        SigningDocumentId id,
        String kind,
        String title,
        String reference,
        OfficeCode office,
        String concerns,
        String verifier,
        Instant verifiedAt) {

    public WaitingPlace place() {
        return new WaitingPlace(verifiedAt, id);
    }
}
