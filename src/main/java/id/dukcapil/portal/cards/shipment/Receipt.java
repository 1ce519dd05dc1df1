package id.dukcapil.portal.cards.shipment;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery of the centre.
 *
 * @param reference number of the delivery note
 * @param declared cards according to the note
 * @param counted as the last person counted; it becomes stock once a second person has found the same
 */
public record Receipt(
        UUID id,
        OfficeCode office,
        String reference,
        int declared,
        int counted,
        UUID countedBy,
        String countedName,
        Instant countedAt,
        @Nullable String secondName,
        @Nullable Instant confirmedAt,
        @Nullable String explanation) {

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    public int difference() {
        return counted - declared;
    }

    /** Whether the discrepancy between the note and the count is still to be explained. */
    public boolean needsExplanation() {
        return isConfirmed() && difference() != 0 && explanation == null;
    }
}
