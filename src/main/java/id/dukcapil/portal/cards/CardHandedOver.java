package id.dukcapil.portal.cards;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A card is in the hands of its owner, or of whom the owner sent. Published in the transaction of the hand-over.
 *
 * @param reference case of the procedure that asked for the card last; null for none
 */
public record CardHandedOver(
        String number,
        Nik nik,
        OfficeCode office,
        Instant at,
        @Nullable String reference) {}
