package id.dukcapil.portal.cards.shipment;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cards that one office sends to another. Until the other has counted them they are a stock of their own.
 *
 * @param fromName name of the office that sends
 * @param received as counted at the other office; null while they are on the way
 * @param explanation of a difference between both counts
 */
public record Transfer(
        UUID id,
        String number,
        OfficeCode fromOffice,
        String fromName,
        OfficeCode toOffice,
        String toName,
        int sent,
        String sentName,
        Instant sentAt,
        @Nullable Integer received,
        @Nullable UUID receivedBy,
        @Nullable String receivedName,
        @Nullable Instant receivedAt,
        @Nullable String explanation) {

    public boolean isOnTheWay() {
        return received == null;
    }

    /** What is counted more or less than was sent; 0 while it is on the way. */
    public int difference() {
        return Objects.requireNonNullElse(received, sent) - sent;
    }

    public boolean needsExplanation() {
        return difference() != 0 && explanation == null;
    }
}
