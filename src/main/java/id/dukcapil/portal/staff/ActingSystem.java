package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Service;

/** Runs work that no person asked for (jobs, first set-up) with exactly the permissions that work needs. */
@Service
@PreAuthorize("permitAll()")
public class ActingSystem {

    /** The principal of work that no person asked for. */
    private record PortalItself() implements ActingParty {

        @Override
        public Actor actor() {
            return Actor.PORTAL;
        }

        @Override
        public boolean reaches(OfficeCode office) {
            return true;
        }
    }

    private final SecurityContextHolderStrategy securityContext;

    ActingSystem(SecurityContextHolderStrategy securityContext) {
        this.securityContext = securityContext;
    }

    public void with(Set<Permission> permissions, Runnable work) {
        SecurityContext before = securityContext.getContext();
        SecurityContext acting = securityContext.createEmptyContext();
        acting.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new PortalItself(),
                null,
                permissions.stream()
                        .map(permission -> new SimpleGrantedAuthority(permission.name()))
                        .toList()));
        securityContext.setContext(acting);
        try {
            work.run();
        } finally {
            securityContext.setContext(before);
        }
    }
}
