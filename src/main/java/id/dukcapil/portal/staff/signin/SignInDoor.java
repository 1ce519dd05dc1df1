package id.dukcapil.portal.staff.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts our own sign-in into a chain whose login page Vaadin has set up; it has to be added after that. */
@Component
public class SignInDoor extends AbstractHttpConfigurer<SignInDoor, HttpSecurity> {

    private static final String LOGIN = "/login";

    /** Not a bean: Spring would put every bean of this type into its own default, too. */
    private record NameAndPassword(PasswordSignIn passwords) implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication typed) {
            return passwords.authenticate(typed);
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
        }
    }

    private final PasswordSignIn passwords;
    private final SignIns signIns;
    private final SessionRecords sessions;
    private final ScreenLock lock;
    private final Unlocking unlocking;
    private final ObjectProvider<UnlockingThroughProvider> throughProvider;
    private final SecurityContextHolderStrategy securityContext;
    private final Clock clock;
    private final JsonMapper json;

    SignInDoor(
            PasswordSignIn passwords,
            SignIns signIns,
            SessionRecords sessions,
            ScreenLock lock,
            Unlocking unlocking,
            ObjectProvider<UnlockingThroughProvider> throughProvider,
            SecurityContextHolderStrategy securityContext,
            Clock clock,
            JsonMapper json) {
        this.passwords = passwords;
        this.signIns = signIns;
        this.sessions = sessions;
        this.lock = lock;
        this.unlocking = unlocking;
        this.throughProvider = throughProvider;
        this.securityContext = securityContext;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public void init(HttpSecurity http) {
        // Without the parent that Spring puts in place by default: it would look at each password a second time
        http.getSharedObject(AuthenticationManagerBuilder.class)
                .parentAuthenticationManager(null)
                .authenticationProvider(new NameAndPassword(passwords));
        http.formLogin(form -> form.authenticationDetailsSource(SignInDetails::new)
                .successHandler(this::entered)
                .failureHandler(SignInDoor::refused));
        http.logout(logout -> logout.addLogoutHandler((request, response, authentication) -> signedOut(request)));
    }

    @Override
    public void configure(HttpSecurity http) {
        http.addFilterBefore(new SameOriginGate(), LogoutFilter.class);
        http.addFilterBefore(new SessionGuard(sessions, lock, securityContext, clock), LogoutFilter.class);
        http.addFilterBefore(new LockScreenDoor(sessions, lock, unlocking, securityContext, json), LogoutFilter.class);
        http.addFilterBefore(new ProviderDoor(throughProvider, sessions, lock, securityContext), LogoutFilter.class);
        http.addFilterBefore(new StepGate(signIns), AuthorizationFilter.class);
    }

    private void entered(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        signIns.proceedFromDoor(signIns.unfinished().orElseThrow(), authentication, request, response);
    }

    private static void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        String answer = reason instanceof TooManyAttempts tooMany ? "?tunggu=" + tooMany.seconds() : "?error";
        response.sendRedirect(request.getContextPath() + LOGIN + answer);
    }

    private void signedOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        OpenSession open = session == null ? null : OpenSession.of(session.getAttribute(OpenSession.ATTRIBUTE));
        if (open != null) {
            sessions.end(open.id(), SessionEnd.SIGNED_OUT, null);
        }
    }
}
