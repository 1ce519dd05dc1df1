package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.TimeOrderedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step in the life of a request or an incident: from, to, what, who, when, why. Written once, never changed. */
@Entity
@Table(name = "privacy_step")
class PrivacyStep {

    @Id
    private UUID id;

    private UUID caseId;
    private int ordinal;
    private @Nullable String fromStatus;
    private String toStatus;
    private String action;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private String actorName;
    private @Nullable UUID actorId;
    private Instant at;
    private @Nullable String note;

    PrivacyStep(
            UUID caseId,
            int ordinal,
            @Nullable Enum<?> from,
            Enum<?> to,
            Enum<?> action,
            Actor actor,
            Instant at,
            @Nullable String note) {
        this.id = TimeOrderedId.at(at);
        this.caseId = caseId;
        this.ordinal = ordinal;
        this.fromStatus = from == null ? null : from.name();
        this.toStatus = to.name();
        this.action = action.name();
        this.actorKind = actor.kind();
        this.actorName = actor.name();
        this.actorId = actor.id();
        this.at = at;
        this.note = note;
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected PrivacyStep() {}

    String action() {
        return action;
    }

    CaseEvent event(String label) {
        return new CaseEvent(label, actorName, at, note);
    }
}
