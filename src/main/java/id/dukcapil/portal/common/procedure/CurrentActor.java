package id.dukcapil.portal.common.procedure;

import id.dukcapil.portal.common.ActingParty;
import java.time.Clock;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** The member of staff, outside system or part of the portal that acts on this thread. */
@Component
public class CurrentActor {

    private final SecurityContextHolderStrategy securityContext;
    private final Clock clock;

    CurrentActor(SecurityContextHolderStrategy securityContext, Clock clock) {
        this.securityContext = securityContext;
        this.clock = clock;
    }

    /** @throws AccessDeniedException without an authenticated party */
    public ActedBy now() {
        ActingParty party = party();
        return new ActedBy(party.actor(), String.join(", ", party.actingRoles()), clock.instant());
    }

    /** @throws AccessDeniedException without an authenticated party */
    public ActingParty party() {
        Authentication authentication = securityContext.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof ActingParty party) {
            return party;
        }
        throw new AccessDeniedException("Neither staff nor an outside system nor the portal is acting");
    }
}
