package id.dukcapil.portal.common.procedure;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.AuditEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of a case, as facts.
 *
 * @param from null for the first step
 * @param actorId member of staff or API client; null for the portal
 * @param actor name at that time
 * @param role labels of the roles in which it was taken; empty for outside systems and the portal
 * @param reason as given by the actor; null for none, or after its retention period
 */
public record StepTaken<S extends Enum<S> & CaseStatus<S>, A extends Enum<A> & CaseAction>(
        @Nullable S from,
        S to,
        A action,
        Actor.Kind actorKind,
        @Nullable UUID actorId,
        String actor,
        String role,
        Instant at,
        @Nullable String reason) {

    /** The entry of the audit trail for this step; the caller adds person, office and further changes. */
    public AuditEvent told(String record, String reference) {
        return AuditEvent.of(record, reference, action.label())
                .changing("Status", from == null ? null : from.label(), to.label());
    }
}
