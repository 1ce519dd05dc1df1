package id.dukcapil.portal.common.procedure;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.TimeOrderedId;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history of a case: from, to, action, actor, role, time, reason. Appended, never changed. The entity of a
 * procedure adds its table and the association to its case.
 *
 * @param <S> statuses of the procedure
 * @param <A> its verbs
 */
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
public abstract class CaseStep<S extends Enum<S> & CaseStatus<S>, A extends Enum<A> & CaseAction> {

    @Id
    private UUID id;

    private int ordinal;

    @Enumerated(EnumType.STRING)
    private @Nullable S fromStatus;

    @Enumerated(EnumType.STRING)
    private S toStatus;

    @Enumerated(EnumType.STRING)
    private A action;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private @Nullable UUID actorId;
    private String actorName;
    private String actorRole;
    private Instant at;
    private @Nullable String reason;

    /**
     * Fills a new step, once.
     *
     * @param ordinal 0 for the first step of the case
     * @param from null for the first step
     */
    public void fill(int ordinal, @Nullable S from, S to, A action, ActedBy by, @Nullable String reason) {
        this.id = TimeOrderedId.at(by.at());
        this.ordinal = ordinal;
        this.fromStatus = from;
        this.toStatus = to;
        this.action = action;
        this.actorKind = by.actor().kind();
        this.actorId = by.actor().id();
        this.actorName = by.actor().name();
        this.actorRole = by.role();
        this.at = by.at();
        this.reason = reason;
    }

    public StepTaken<S, A> taken() {
        return new StepTaken<>(fromStatus, toStatus, action, actorKind, actorId, actorName, actorRole, at, reason);
    }

    public Actor actor() {
        return new Actor(actorKind, actorId, actorName);
    }

    public Instant at() {
        return at;
    }

    /** Whether that member of staff or API client took this step. */
    public boolean isBy(UUID actor) {
        return actor.equals(actorId);
    }
}
