package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Who acts on activations now: an officer, the channel, or the portal itself. */
@Component
class ActivationActors {

    private final Offices offices;
    private final SecurityContextHolderStrategy securityContext;
    private final Clock clock;

    ActivationActors(Offices offices, SecurityContextHolderStrategy securityContext, Clock clock) {
        this.offices = offices;
        this.securityContext = securityContext;
        this.clock = clock;
    }

    Act at(OfficeCode office) {
        ActingParty party = party();
        return new Act(party.actor(), String.join(", ", party.actingRoles()), clock.instant(), zone(office));
    }

    Act portalAt(OfficeCode office) {
        return new Act(Actor.PORTAL, "", clock.instant(), zone(office));
    }

    /** The API client that calls. */
    @Nullable
    UUID client() {
        Actor actor = party().actor();
        return actor.kind() == Actor.Kind.CHANNEL ? actor.id() : null;
    }

    private ZoneId zone(OfficeCode office) {
        return offices.find(office).orElseThrow().timeZone();
    }

    private ActingParty party() {
        return Optional.ofNullable(securityContext.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(ActingParty.class::isInstance)
                .map(ActingParty.class::cast)
                .orElseThrow(() -> new AccessDeniedException("Nobody is acting"));
    }
}
