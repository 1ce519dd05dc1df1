package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.TimeOrderedId;
import java.util.Optional;
import java.util.UUID;

/** A mail of the outbox. */
public record MailId(UUID value) {

    /** @return nothing when the text, for instance from an address line, is no such id */
    public static Optional<MailId> parse(String text) {
        return TimeOrderedId.parse(text, MailId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
