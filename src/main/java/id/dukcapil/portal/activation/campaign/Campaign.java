package id.dukcapil.portal.activation.campaign;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Jemput bola: one day at a place outside the office.
 *
 * @param villageCode ten digits; null for a place that serves several villages
 * @param crew names as they are read aloud
 * @param note network, electricity, whom to ask for
 * @param cancelled whether it was called off; it then stays in the list of planned events only
 * @param changes the oldest first
 */
public record Campaign(
        UUID id,
        OfficeCode office,
        String place,
        @Nullable String villageCode,
        LocalDate day,
        LocalTime opens,
        LocalTime closes,
        String crew,
        @Nullable String note,
        boolean cancelled,
        List<Change> changes) {

    public Campaign {
        changes = List.copyOf(changes);
    }

    /** @param text what was changed, or that the event was called off */
    public record Change(Instant at, String by, String text, String reason) {}

    public Duration length() {
        return Duration.between(opens, closes);
    }
}
