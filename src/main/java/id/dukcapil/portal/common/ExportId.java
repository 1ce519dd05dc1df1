package id.dukcapil.portal.common;

import java.util.Optional;
import java.util.UUID;

/** A list that somebody asked to take along as a file. */
public record ExportId(UUID value) {

    /** What stands in an address can be anything. */
    public static Optional<ExportId> parse(String text) {
        return TimeOrderedId.parse(text, ExportId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
