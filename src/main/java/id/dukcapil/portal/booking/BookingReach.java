package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.ActingAs;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CurrentActor;
import id.dukcapil.portal.staff.CurrentStaff;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** The acting member of staff or outside system, and the bookings within its reach. */
@Component
class BookingReach {

    private final CurrentActor actors;
    private final CurrentStaff currentStaff;
    private final SecurityContextHolderStrategy securityContext;

    BookingReach(CurrentActor actors, CurrentStaff currentStaff, SecurityContextHolderStrategy securityContext) {
        this.actors = actors;
        this.currentStaff = currentStaff;
        this.securityContext = securityContext;
    }

    /** @throws AccessDeniedException for the portal itself, which books for no one */
    ActedBy now() {
        ActedBy by = actors.now();
        if (by.isOf(Actor.Kind.SYSTEM)) {
            throw new AccessDeniedException("Neither staff nor an API client is acting");
        }
        return by;
    }

    /** @throws AccessDeniedException for staff who book for an office outside their scope */
    ActedBy require(OfficeCode office) {
        ActedBy by = now();
        if (by.isOf(Actor.Kind.STAFF)) {
            currentStaff.requireScope(office);
        }
        return by;
    }

    /**
     * Who records an arrival at that office; the number machine acts as the portal.
     *
     * @throws AccessDeniedException when the office is outside the scope of the acting party
     */
    ActedBy arrivalAt(OfficeCode office) {
        if (!actors.party().reaches(office)) {
            throw new AccessDeniedException("The office is outside the scope of this account");
        }
        return actors.now();
    }

    /** Security context of the actor, for work that is done together with that of others. */
    ActingAs context() {
        return ActingAs.current(securityContext);
    }

    /** Staff see the bookings of their offices, an outside system those it made itself. */
    boolean includes(Booking booking) {
        Actor actor = now().actor();
        return actor.kind() == Actor.Kind.STAFF
                ? actors.party().reaches(booking.office())
                : actor.id() != null && actor.id().equals(booking.clientId());
    }
}
