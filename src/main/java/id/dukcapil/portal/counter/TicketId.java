package id.dukcapil.portal.counter;

import id.dukcapil.portal.common.TimeOrderedId;
import java.util.Optional;
import java.util.UUID;

/** Identifies a ticket; may stand in addresses of pages for staff, unlike a NIK. */
public record TicketId(UUID value) {

    public static Optional<TicketId> parse(String text) {
        return TimeOrderedId.parse(text, TicketId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
