package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.TimeOrderedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One act in the life of an activation, with the office and the day on which it counts. Written once, never changed. */
@Entity
@Table(name = "activation_step")
class ActivationStep {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    private Activation activation;

    private int ordinal;

    @Enumerated(EnumType.STRING)
    private @Nullable ActivationStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private ActivationStatus toStatus;

    @Enumerated(EnumType.STRING)
    private ActivationAction action;

    private String officeCode;
    private @Nullable UUID campaignId;
    private LocalDate day;
    private @Nullable Long spentMs;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private @Nullable UUID actorId;
    private String actorName;
    private String actorRole;
    private Instant at;

    @Enumerated(EnumType.STRING)
    private @Nullable DropOut dropOut;

    private @Nullable String reason;

    /** @param spentMs how long the step of the procedure took that this act ends; none when it ends none */
    ActivationStep(
            Activation activation,
            int ordinal,
            @Nullable ActivationStatus from,
            ActivationAction action,
            Act by,
            @Nullable Long spentMs,
            @Nullable String reason) {
        this.id = TimeOrderedId.at(by.at());
        this.activation = activation;
        this.ordinal = ordinal;
        this.fromStatus = from;
        this.toStatus = activation.status();
        this.action = action;
        this.officeCode = activation.office().value();
        this.campaignId = activation.campaign();
        this.day = LocalDate.ofInstant(by.at(), by.zone());
        this.spentMs = spentMs;
        this.actorKind = by.actor().kind();
        this.actorId = by.actor().id();
        this.actorName = by.actor().name();
        this.actorRole = by.role();
        this.at = by.at();
        this.dropOut = activation.dropOut();
        this.reason = reason;
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected ActivationStep() {}

    boolean changesStep() {
        return fromStatus == null || !Objects.equals(fromStatus.step(), toStatus.step());
    }

    Instant at() {
        return at;
    }

    ActivationDetails.Event event() {
        return new ActivationDetails.Event(
                fromStatus, toStatus, action, new Actor(actorKind, actorId, actorName), actorRole, at, spentMs, reason);
    }
}
