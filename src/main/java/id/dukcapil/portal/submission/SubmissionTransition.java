package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.ActedBy;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step in a request's life: from, to, what, who, in which role, when, why. Written once, never changed. */
@Entity
@Table(name = "submission_transition")
class SubmissionTransition {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    private Submission submission;

    private int ordinal;

    @Enumerated(EnumType.STRING)
    private @Nullable SubmissionStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private SubmissionStatus toStatus;

    @Enumerated(EnumType.STRING)
    private SubmissionAction action;

    @Enumerated(EnumType.STRING)
    private Desk desk;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private @Nullable UUID actorId;
    private String actorName;
    private String actorRole;
    private Instant at;
    private @Nullable String reason;
    private @Nullable String reasonCodes;
    private @Nullable String legalBasis;

    SubmissionTransition(
            Submission submission,
            int ordinal,
            @Nullable SubmissionStatus from,
            SubmissionStatus to,
            SubmissionAction action,
            Desk desk,
            ActedBy by,
            Submission.Words words) {
        this.id = TimeOrderedId.at(by.at());
        this.submission = submission;
        this.ordinal = ordinal;
        this.fromStatus = from;
        this.toStatus = to;
        this.action = action;
        this.desk = desk;
        this.actorKind = by.actor().kind();
        this.actorId = by.actor().id();
        this.actorName = by.actor().name();
        this.actorRole = by.role();
        this.at = by.at();
        this.reason = words.reason();
        this.reasonCodes = words.reasonCodes();
        this.legalBasis = words.legalBasis();
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected SubmissionTransition() {}

    boolean isBy(UUID person) {
        return person.equals(actorId);
    }

    boolean isDecisionOf(ActedBy by) {
        UUID person = by.actor().id();
        return action.isDecision() && person != null && isBy(person);
    }

    /** Where the request was before; only the first step of its life has no such place. */
    Optional<SubmissionStatus> from() {
        return Optional.ofNullable(fromStatus);
    }

    Instant at() {
        return at;
    }

    String words() {
        return "\"%s\" oleh %s".formatted(action.label(), actorName);
    }

    Desk desk() {
        return desk;
    }

    SubmissionDetails.Event event() {
        return new SubmissionDetails.Event(
                fromStatus,
                toStatus,
                action,
                desk,
                actorId,
                actorName,
                actorRole,
                at,
                reason,
                Shortcomings.reasons(reasonCodes),
                legalBasis);
    }
}
