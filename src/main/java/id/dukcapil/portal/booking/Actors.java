package id.dukcapil.portal.booking;

import id.dukcapil.portal.channel.ApiClient;
import id.dukcapil.portal.common.ActingAs;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Who acts on bookings now, a member of staff or an outside system, and which bookings that one may touch. */
@Component
class Actors {

    private final CurrentStaff currentStaff;
    private final SecurityContextHolderStrategy securityContext;

    Actors(CurrentStaff currentStaff, SecurityContextHolderStrategy securityContext) {
        this.currentStaff = currentStaff;
        this.securityContext = securityContext;
    }

    Actor current() {
        return client().or(() -> currentStaff
                        .find()
                        .map(member -> new Actor(Actor.Kind.STAFF, member.id().value(), member.fullName())))
                .orElseThrow(() -> new AccessDeniedException("Neither staff nor an API client is acting"));
    }

    /** @throws AccessDeniedException for staff who book for an office outside their scope */
    Actor requireReach(OfficeCode office) {
        Actor actor = current();
        if (actor.kind() == Actor.Kind.STAFF) {
            currentStaff.requireScope(office);
        }
        return actor;
    }

    private Optional<Actor> client() {
        var authentication = securityContext.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof ApiClient client
                ? Optional.of(client.actor())
                : Optional.empty();
    }

    /** What the acting one acts in, for work that is done together with that of others. */
    ActingAs standing() {
        return ActingAs.current(securityContext);
    }

    /** Staff see the bookings of their offices, an outside system those it made itself. */
    boolean maySee(Booking booking) {
        Actor actor = current();
        return switch (actor.kind()) {
            case STAFF -> currentStaff.require().mayActFor(booking.office());
            case CHANNEL -> actor.id() != null && actor.id().equals(booking.clientId());
            case SYSTEM -> false;
        };
    }
}
