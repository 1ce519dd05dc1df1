package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.StaffId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Service;

/** Runs work that somebody asked for and did not wait for, with what that person may do now and not when they asked. */
@Service
@PreAuthorize("permitAll()")
public class OnBehalf {

    private final StaffAccounts accounts;
    private final SecurityContextHolderStrategy securityContext;

    OnBehalf(StaffAccounts accounts, SecurityContextHolderStrategy securityContext) {
        this.accounts = accounts;
        this.securityContext = securityContext;
    }

    /** @throws AccessDeniedException when the account is gone or disabled; nothing has been run then */
    public void of(StaffId person, Runnable work) {
        StaffPrincipal principal = accounts.enabled(person)
                .orElseThrow(() -> new AccessDeniedException("The account is gone or disabled"));
        SecurityContext before = securityContext.getContext();
        SecurityContext acting = securityContext.createEmptyContext();
        acting.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        securityContext.setContext(acting);
        try {
            work.run();
        } finally {
            securityContext.setContext(before);
        }
    }
}
