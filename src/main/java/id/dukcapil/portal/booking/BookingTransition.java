package id.dukcapil.portal.booking;

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

/** One step in a booking's life: from, to, what, who, when, why. Written once, never changed. */
@Entity
@Table(name = "booking_transition")
class BookingTransition {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    private Booking booking;

    private int ordinal;

    @Enumerated(EnumType.STRING)
    private @Nullable BookingStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private BookingStatus toStatus;

    @Enumerated(EnumType.STRING)
    private BookingAction action;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private String actorName;
    private @Nullable UUID actorId;
    private Instant at;
    private @Nullable String reason;

    BookingTransition(
            Booking booking,
            int ordinal,
            @Nullable BookingStatus from,
            BookingStatus to,
            BookingAction action,
            Actor actor,
            Instant at,
            @Nullable String reason) {
        this.id = TimeOrderedId.at(at);
        this.booking = booking;
        this.ordinal = ordinal;
        this.fromStatus = from;
        this.toStatus = to;
        this.action = action;
        this.actorKind = actor.kind();
        this.actorName = actor.name();
        this.actorId = actor.id();
        this.at = at;
        this.reason = reason;
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected BookingTransition() {}

    Actor actor() {
        return new Actor(actorKind, actorId, actorName);
    }

    Instant at() {
        return at;
    }

    BookingDetails.Event event() {
        return new BookingDetails.Event(action, toStatus, actorName, at, reason);
    }
}
