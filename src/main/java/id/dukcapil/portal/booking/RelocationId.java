package id.dukcapil.portal.booking;

import java.util.Optional;
import java.util.UUID;

/** Identity of bookings moved together. */
public record RelocationId(UUID value) {

    /** Of the text in an address; nothing when it cannot be one. */
    public static Optional<RelocationId> parse(String text) {
        try {
            return Optional.of(new RelocationId(UUID.fromString(text)));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
