package id.dukcapil.portal.delivery;

import java.util.Optional;
import java.util.UUID;

/** Identity of a release inside the portal. */
public record ReleaseId(UUID value) {

    public static Optional<ReleaseId> parse(String text) {
        try {
            return Optional.of(new ReleaseId(UUID.fromString(text)));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
