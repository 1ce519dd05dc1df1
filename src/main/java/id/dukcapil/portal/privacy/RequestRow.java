package id.dukcapil.portal.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * A request as a line of the register.
 *
 * @param place where it stands in the list, smallest first
 */
public record RequestRow(
        UUID id,
        String number,
        RequestKind kind,
        String fullName,
        Instant receivedAt,
        Deadline deadline,
        RequestStatus status,
        long place) {}
