package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.TimeOrderedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step in a release's life: from, to, what, who, in which role, when, why. Written once, never changed. */
@Entity
@Table(name = "delivery_transition")
class ReleaseTransition {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    private Release release;

    private int ordinal;

    @Enumerated(EnumType.STRING)
    private @Nullable ReleaseStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private ReleaseStatus toStatus;

    @Enumerated(EnumType.STRING)
    private ReleaseAction action;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private @Nullable UUID actorId;
    private String actorName;
    private String actorRole;
    private Instant at;
    private @Nullable String reason;

    ReleaseTransition(
            Release release,
            int ordinal,
            @Nullable ReleaseStatus from,
            ReleaseStatus to,
            ReleaseAction action,
            Act by,
            @Nullable String reason) {
        this.id = TimeOrderedId.at(by.at());
        this.release = release;
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

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected ReleaseTransition() {}

    ReleaseDetails.Event event() {
        return new ReleaseDetails.Event(fromStatus, toStatus, action, actorKind, actorName, actorRole, at, reason);
    }
}
