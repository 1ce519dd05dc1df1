package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.StaffId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands behind the door and asks at every request whether this session may go on: nobody has ended it, its account is
 * still open, and its owner has done something lately. What is over goes on as nobody, so that a page is sent to the
 * login and comes back to the same address afterwards.
 */
class SessionGuard extends OncePerRequestFilter {

    /** How exact "last seen" in the list of sessions is. */
    static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

    private final SessionRecords records;
    private final SignInSettings settings;
    private final SecurityContextHolderStrategy securityContext;
    private final Clock clock;

    SessionGuard(
            SessionRecords records,
            SignInSettings settings,
            SecurityContextHolderStrategy securityContext,
            Clock clock) {
        this.records = records;
        this.settings = settings;
        this.securityContext = securityContext;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            Actor person = person(securityContext.getContext().getAuthentication());
            if (person != null && person.id() != null) {
                look(request, session, person);
            }
        }
        chain.doFilter(request, response);
    }

    private void look(HttpServletRequest request, HttpSession session, Actor person) {
        OpenSession known = OpenSession.of(session.getAttribute(OpenSession.ATTRIBUTE));
        // A way in that opens no record by itself gets one here: there is no session that cannot be ended
        OpenSession open = known == null ? open(request, person) : known;
        Optional<SessionEnd> end = end(open);
        if (end.isPresent()) {
            finish(request, session, open, end.get());
        } else {
            session.setAttribute(OpenSession.ATTRIBUTE, touched(open, request));
        }
    }

    private OpenSession open(HttpServletRequest request, Actor person) {
        return records.open(
                UUID.randomUUID(),
                new StaffId(Objects.requireNonNull(person.id())),
                request.getRemoteAddr(),
                Device.of(request),
                SignInMethod.PASSWORD);
    }

    private Optional<SessionEnd> end(OpenSession open) {
        boolean idle = !open.lastActive().plus(settings.idleAfter()).isAfter(clock.instant());
        return idle ? Optional.of(SessionEnd.IDLE) : records.endOf(open.id());
    }

    private void finish(HttpServletRequest request, HttpSession session, OpenSession open, SessionEnd because) {
        records.end(open.id(), because, null);
        session.invalidate();
        securityContext.setContext(securityContext.createEmptyContext());
        request.setAttribute(EndedSession.ATTRIBUTE, because);
        request.getSession(true).setAttribute(EndedSession.ATTRIBUTE, because);
    }

    private OpenSession touched(OpenSession open, HttpServletRequest request) {
        Instant now = clock.instant();
        OpenSession active = isByThePerson(request) ? open.active(now) : open;
        if (open.written().plus(WRITTEN_EVERY).isAfter(now)) {
            return active;
        }
        records.seen(open.id(), active.lastActive());
        return active.writtenAt(now);
    }

    /** An open page says every few minutes that it is there, and keeps its line for messages; nobody need sit before it. */
    private static boolean isByThePerson(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null || !(query.contains("v-r=heartbeat") || query.contains("v-r=push"));
    }

    private static @Nullable Actor person(@Nullable Authentication authentication) {
        return authentication != null
                        && authentication.getPrincipal() instanceof ActingParty party
                        && party.actor().kind() == Actor.Kind.STAFF
                ? party.actor()
                : null;
    }
}
