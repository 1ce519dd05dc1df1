package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.TimeOrderedId;
import java.util.Optional;
import java.util.UUID;

/** Identity of bookings moved together. */
public record RelocationId(UUID value) {

    /** Of the text in an address; nothing when it cannot be one. */
    public static Optional<RelocationId> parse(String text) {
        return TimeOrderedId.parse(text, RelocationId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
