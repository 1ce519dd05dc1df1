package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the trail.
 *
 * @param number place in the sealed trail, 0 while it waits for its seal
 * @param roles in which the actor held the right to do it, as they were labelled then
 * @param workplace the actor's office
 * @param office the record's office
 * @param person token of the resident concerned
 */
public record TrailEntry(
        UUID id,
        long number,
        Instant at,
        Party party,
        @Nullable UUID actorId,
        String actorName,
        String roles,
        @Nullable OfficeCode workplace,
        @Nullable String address,
        @Nullable String requestId,
        String kind,
        String reference,
        String action,
        @Nullable OfficeCode office,
        @Nullable String person,
        List<AuditEvent.Change> changes,
        @Nullable String reason) {

    public TrailEntry {
        changes = List.copyOf(changes);
    }

    public boolean isSealed() {
        return number != 0;
    }
}
