package id.dukcapil.portal.privacy;

import java.time.Instant;
import java.util.UUID;

/** A request as a line of the register. */
public record RequestRow(
        UUID id,
        String number,
        RequestKind kind,
        String fullName,
        Instant receivedAt,
        Deadline deadline,
        RequestStatus status) {}
