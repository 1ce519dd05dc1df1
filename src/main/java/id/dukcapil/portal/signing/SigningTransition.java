package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.TimeOrderedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step in a document's life: from, to, what, who, in which role, when, why. Written once, never changed. */
@Entity
@Table(name = "signing_document_transition")
class SigningTransition {

    @Id
    private UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private SigningDocument document;

    private int ordinal;

    @Enumerated(EnumType.STRING)
    private @Nullable SigningDocumentStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private SigningDocumentStatus toStatus;

    @Enumerated(EnumType.STRING)
    private SigningDocumentAction action;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private @Nullable UUID actorId;
    private String actorName;
    private String actorRole;
    private Instant at;
    private @Nullable String reason;

    SigningTransition(
            SigningDocument document,
            int ordinal,
            @Nullable SigningDocumentStatus from,
            SigningDocumentStatus to,
            SigningDocumentAction action,
            Act by,
            @Nullable String reason) {
        this.id = TimeOrderedId.at(by.at());
        this.document = document;
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
    protected SigningTransition() {}

    SigningDocumentDetails.Event event() {
        return new SigningDocumentDetails.Event(fromStatus, toStatus, action, actorName, actorRole, at, reason);
    }
}
