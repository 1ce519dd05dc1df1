package id.dukcapil.portal.activation.campaign;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Jemput bola: one day at a place outside the office.
 *
 * @param villageCode ten digits; null for a place that serves several villages
 * @param crew names as they are read aloud
 * @param note network, electricity, whom to ask for
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
        @Nullable String note) {

    public Duration length() {
        return Duration.between(opens, closes);
    }
}
