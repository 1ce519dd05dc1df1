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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands behind the door and asks at every request whether this session may go on: nobody has ended it, its account is
 * still open, and its owner has done something lately. What is over goes on as nobody, so that a page is sent to the
 * login and comes back to the same address afterwards. What is locked goes no further, but keeps its open pages alive.
 */
class SessionGuard extends OncePerRequestFilter {

    /** How exact "last seen" in the list of sessions is. */
    static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

    private final SessionRecords records;
    private final ScreenLock lock;
    private final SecurityContextHolderStrategy securityContext;
    private final Clock clock;

    SessionGuard(SessionRecords records, ScreenLock lock, SecurityContextHolderStrategy securityContext, Clock clock) {
        this.records = records;
        this.lock = lock;
        this.securityContext = securityContext;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        ActingParty person =
                session == null ? null : person(securityContext.getContext().getAuthentication());
        RequestKind kind = RequestKind.of(request);
        if (session != null
                && person != null
                && look(request, session, person, kind) == Standing.LOCKED
                && kind.isByThePerson()) {
            refuse(kind, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Vaadin's client keeps a message that is answered like this, and sends it again until it is taken. */
    private static void refuse(RequestKind kind, HttpServletResponse response) throws IOException {
        if (kind == RequestKind.PAGE) {
            response.sendError(HttpStatus.LOCKED.value());
        } else {
            response.setStatus(HttpStatus.LOCKED.value());
        }
    }

    private Standing look(HttpServletRequest request, HttpSession session, ActingParty person, RequestKind kind) {
        OpenSession open = known(request, session, person);
        SessionRecords.State state = records.look(open.id());
        boolean lockable = lock.keys(state).any() && !(person instanceof UnfinishedSignIn);
        Standing standing = state.end().isPresent() ? Standing.OVER : lock.standing(open, lockable);
        switch (standing) {
            case OPEN -> touch(session, kind);
            case LOCKED -> lock.lockWhenDue(session);
            case OVER -> finish(request, session, open, state.end().orElse(SessionEnd.IDLE));
        }
        return standing;
    }

    /** A way in that opens no record by itself gets one here: there is no session that cannot be ended. */
    private OpenSession known(HttpServletRequest request, HttpSession session, ActingParty person) {
        if (OpenSession.of(session.getAttribute(OpenSession.ATTRIBUTE)) == null) {
            var owner = new StaffId(Objects.requireNonNull(person.actor().id()));
            String device = Device.of(request);
            var open = records.open(UUID.randomUUID(), owner, request.getRemoteAddr(), device, SignInMethod.PASSWORD);
            lock.watch(session, open);
        }
        return OpenSession.change(session, open -> open.notAfter(clock.instant()));
    }

    private void finish(HttpServletRequest request, HttpSession session, OpenSession open, SessionEnd because) {
        records.end(open.id(), because, null);
        session.invalidate();
        securityContext.setContext(securityContext.createEmptyContext());
        request.setAttribute(EndedSession.ATTRIBUTE, because);
        request.getSession(true).setAttribute(EndedSession.ATTRIBUTE, because);
    }

    private void touch(HttpSession session, RequestKind kind) {
        Instant now = clock.instant();
        OpenSession open = OpenSession.change(session, before -> kind.isByThePerson() ? before.active(now) : before);
        if (!open.written().plus(WRITTEN_EVERY).isAfter(now)) {
            records.seen(open.id(), open.lastActive());
            OpenSession.change(session, before -> before.writtenAt(now));
        }
    }

    private static @Nullable ActingParty person(@Nullable Authentication authentication) {
        return authentication != null
                        && authentication.getPrincipal() instanceof ActingParty party
                        && party.actor().kind() == Actor.Kind.STAFF
                        && party.actor().id() != null
                ? party
                : null;
    }
}
