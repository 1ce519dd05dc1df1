package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.TimeOrderedId;
import java.util.Optional;
import java.util.UUID;

/** Identity of a release inside the portal. */
public record ReleaseId(UUID value) {

    public static Optional<ReleaseId> parse(String text) {
        return TimeOrderedId.parse(text, ReleaseId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
