package id.dukcapil.portal.notification;

import java.util.Optional;
import java.util.UUID;

/** A mail of the outbox. */
public record MailId(UUID value) {

    /** @return nothing when the text, for instance from an address line, is no such id */
    public static Optional<MailId> parse(String text) {
        try {
            return Optional.of(new MailId(UUID.fromString(text)));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
