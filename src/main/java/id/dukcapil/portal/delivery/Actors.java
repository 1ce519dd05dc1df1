package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Clock;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Who acts on releases now: a member of staff, a kiosk, or the portal after a signature. */
@Component("deliveryActors")
class Actors {

    private final CurrentStaff staff;
    private final SecurityContextHolderStrategy securityContext;
    private final Clock clock;

    Actors(CurrentStaff staff, SecurityContextHolderStrategy securityContext, Clock clock) {
        this.staff = staff;
        this.securityContext = securityContext;
        this.clock = clock;
    }

    Act now() {
        ActingParty party = party();
        return new Act(party.actor(), String.join(", ", party.actingRoles()), clock.instant());
    }

    private ActingParty party() {
        Authentication authentication = securityContext.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof ActingParty party) {
            return party;
        }
        throw new AccessDeniedException("Nobody is acting");
    }

    /** Members of staff see the releases of their offices; the portal itself those of all. */
    boolean maySee(OfficeCode office) {
        return staff.find().map(member -> member.mayActFor(office)).orElse(true);
    }
}
