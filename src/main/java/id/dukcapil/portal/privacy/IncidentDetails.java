package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.procedure.StepTaken;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One incident with its history.
 *
 * @param deadline for both notices
 * @param allowed what can be done with it in its present status
 */
public record IncidentDetails(
        String number,
        Instant discoveredAt,
        IncidentFacts facts,
        Deadline deadline,
        IncidentStatus status,
        @Nullable Instant authorityNotifiedAt,
        @Nullable Instant subjectsNotifiedAt,
        List<StepTaken<IncidentStatus, IncidentAction>> history,
        Set<IncidentAction> allowed) {

    public IncidentDetails {
        history = List.copyOf(history);
        allowed = Set.copyOf(allowed);
    }
}
