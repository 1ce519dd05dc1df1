package id.dukcapil.portal.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as a line of the register.
 *
 * @param people how many at most, or null when not known
 * @param place where it stands in the list, smallest first
 */
public record IncidentRow(
        UUID id,
        String number,
        String title,
        Instant discoveredAt,
        @Nullable Integer people,
        Deadline deadline,
        IncidentStatus status,
        long place) {}
