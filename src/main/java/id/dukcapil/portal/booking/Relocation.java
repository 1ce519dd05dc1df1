package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Bookings that a planner moved together.
 *
 * @param people how many were moved
 */
public record Relocation(
        RelocationId id,
        OfficeCode office,
        String reason,
        int people,
        String madeBy,
        Instant madeAt,
        @Nullable String takenBackBy,
        @Nullable Instant takenBackAt,
        @Nullable String takenBackWhy) {

    public boolean isTakenBack() {
        return takenBackAt != null;
    }
}
