package id.dukcapil.portal.cards.handover;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cards that one institution fetches for many people.
 *
 * @param receiver who took them for the institution; null before the delivery
 * @param signatureDigest SHA-256 of the receiver's signature on the screen; null when it is on paper
 */
public record Packing(
        UUID id,
        String number,
        OfficeCode office,
        String institution,
        Instant packedAt,
        String packedBy,
        @Nullable String receiver,
        @Nullable String receiverPosition,
        @Nullable Instant deliveredAt,
        @Nullable String deliveredBy,
        @Nullable String signatureDigest) {

    /**
     * A card in it.
     *
     * @param name null when the identity has been forgotten
     * @param accepted null before the delivery
     */
    public record Line(
            String number,
            @Nullable String name,
            int birthYear,
            @Nullable String shelf,
            @Nullable Boolean accepted) {

        public boolean isAccepted() {
            return Boolean.TRUE.equals(accepted);
        }
    }

    /** With its cards. */
    public record Packed(Packing packing, List<Line> lines) {

        public Packed {
            lines = List.copyOf(lines);
        }
    }
}
