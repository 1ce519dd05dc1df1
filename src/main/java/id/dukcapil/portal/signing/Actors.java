package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.ActingParty;
import java.time.Clock;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Who acts on documents to be signed now. */
@Component("signingActors")
class Actors {

    private final SecurityContextHolderStrategy securityContext;
    private final Clock clock;

    Actors(SecurityContextHolderStrategy securityContext, Clock clock) {
        this.securityContext = securityContext;
        this.clock = clock;
    }

    Act now() {
        Authentication authentication = securityContext.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof ActingParty party) {
            return new Act(party.actor(), String.join(", ", party.actingRoles()), clock.instant());
        }
        throw new AccessDeniedException("Nobody is acting");
    }
}
