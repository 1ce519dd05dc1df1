package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.Permission;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds every request of an open session against what its account may do now, so that a role that is taken away, a mandate
 * that ends or an account that is disabled counts from the next click on, in whichever process. One row is read by its
 * primary key; only when the stamp differs is the account loaded anew. While the database cannot be asked nobody acts.
 */
class CurrentAuthorityFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(CurrentAuthorityFilter.class);
    private static final Set<String> PERMISSIONS =
            Arrays.stream(Permission.values()).map(Enum::name).collect(Collectors.toSet());
    /** Files of the client, the same for everybody. */
    private static final String CLIENT_FILES = "/VAADIN/build/";

    private final StaffAccounts accounts;
    private final SecurityContextHolderStrategy securityContext;
    /** Where the session keeps it, and where Vaadin looks for it. */
    private final SecurityContextRepository session = new HttpSessionSecurityContextRepository();

    CurrentAuthorityFilter(StaffAccounts accounts, SecurityContextHolderStrategy securityContext) {
        this.accounts = accounts;
        this.securityContext = securityContext;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + CLIENT_FILES);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = securityContext.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof StaffPrincipal opened) {
            try {
                compare(authentication, opened, request, response);
            } catch (DataAccessException unreachable) {
                log.warn("What an open session may do could not be checked: {}", unreachable.getMessage());
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void compare(
            Authentication authentication,
            StaffPrincipal opened,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<StaffPrincipal> current = accounts.current(opened);
        if (current.isEmpty()) {
            log.info(
                    "The session of account {} ends: it is disabled or was given another password",
                    opened.member().id());
            var logout = new SecurityContextLogoutHandler();
            logout.setSecurityContextHolderStrategy(securityContext);
            logout.logout(request, response, authentication);
        } else if (current.get() != opened) {
            replace(authentication, current.get(), request, response);
        }
    }

    private void replace(
            Authentication old, StaffPrincipal current, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = securityContext.createEmptyContext();
        context.setAuthentication(old.toBuilder()
                .principal(current)
                // How the person proved to be who it is stays as it was
                .authorities(held -> {
                    held.removeIf(CurrentAuthorityFilter::isPermission);
                    held.addAll(current.getAuthorities());
                })
                .build());
        securityContext.setContext(context);
        session.saveContext(context, request, response);
    }

    private static boolean isPermission(GrantedAuthority authority) {
        return PERMISSIONS.contains(authority.getAuthority());
    }
}
