package id.dukcapil.portal.common;

import java.util.Optional;
import java.util.UUID;

/** A list that somebody asked to take along as a file. */
public record ExportId(UUID value) {

    /** What stands in an address can be anything. */
    public static Optional<ExportId> parse(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(new ExportId(UUID.fromString(text)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
