package id.dukcapil.portal.cards;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A card is in the hands of its owner, or of whom the owner sent. Published in the transaction of the hand-over.
 *
 * @param reference case of the procedure that asked for the card last; null for none
 * @param printed when it was printed; null where that was not followed
 * @param packedAt when it was packed for an institution; null when it was fetched
 */
public record CardHandedOver(
        String number,
        Nik nik,
        OfficeCode office,
        Instant at,
        @Nullable String reference,
        @Nullable Printed printed,
        @Nullable Instant packedAt) {

    /** At the printer, the last time when it was printed more than once. */
    public record Printed(Instant from, Instant to) {}
}
