package id.dukcapil.portal.cards;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an office's ledger.
 *
 * @param number of the line in that office's ledger, from 1 without gaps
 * @param quantity what it did to the stock, with its sign
 * @param stockAfter the stock once this line was entered
 * @param correctsNumber the line that this one puts right
 * @param correctedBy what later lines changed about this one, with sign; 0 when it stands as it was entered
 */
public record CardEntry(
        UUID id,
        OfficeCode office,
        int number,
        CardEntryKind kind,
        int quantity,
        int stockAfter,
        LocalDate happenedOn,
        @Nullable String reference,
        @Nullable String reason,
        @Nullable Integer correctsNumber,
        int correctedBy,
        String enteredBy,
        Instant enteredAt) {

    /** Whether a mistake in it is put right by a further line about it; a correction is not, and a transfer is explained by both offices. */
    public boolean canBeCorrected() {
        return kind != CardEntryKind.CORRECTION && !kind.isTransfer();
    }

    /** How many cards the line stands for after all corrections, without a sign. */
    public int cards() {
        return Math.abs(quantity + correctedBy);
    }
}
