package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.StaffId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers the lock screen in an open page: how the session stands, lock it now, unlock it with the password. Stands
 * behind {@link SessionGuard}, to whom none of this is activity, and behind the check for forged requests.
 */
class LockScreenDoor extends OncePerRequestFilter {

    static final String ADDRESS = "/kunci";
    static final String UNLOCK = ADDRESS + "/buka";

    private final SessionRecords records;
    private final ScreenLock lock;
    private final Unlocking unlocking;
    private final SecurityContextHolderStrategy securityContext;
    private final JsonMapper json;

    LockScreenDoor(
            SessionRecords records,
            ScreenLock lock,
            Unlocking unlocking,
            SecurityContextHolderStrategy securityContext,
            JsonMapper json) {
        this.records = records;
        this.lock = lock;
        this.unlocking = unlocking;
        this.securityContext = securityContext;
        this.json = json;
    }

    /**
     * @param state "open", "locked" or "over"
     * @param lockable whether the session is locked when nobody is there, or just ends
     * @param name whose it is
     * @param sentence why a password did not unlock it
     * @param token what a request that changes something has to bring along, in the header of that name
     */
    private record Answer(
            String state,
            boolean lockable,
            @Nullable String name,
            @Nullable String sentence,
            @Nullable String header,
            @Nullable String token) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isFor(request, ADDRESS) && !isFor(request, UNLOCK);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        HttpSession session = request.getSession(false);
        Authentication authentication = securityContext.getContext().getAuthentication();
        if (session == null
                || authentication == null
                || !(authentication.getPrincipal() instanceof ActingParty party)
                || party instanceof UnfinishedSignIn
                || OpenSession.of(session.getAttribute(OpenSession.ATTRIBUTE)) == null) {
            write(response, new Answer(text(Standing.OVER), false, null, null, null, null));
        } else if (request.getMethod().equals("GET") && isFor(request, ADDRESS)) {
            write(response, answer(request, session, party, null));
        } else if (request.getMethod().equals("POST")) {
            write(response, answer(request, session, party, change(request, response, session, party)));
        } else {
            response.setStatus(HttpStatus.METHOD_NOT_ALLOWED.value());
        }
    }

    /** @return why it did not unlock; null when it did, or was locked */
    private @Nullable String change(
            HttpServletRequest request, HttpServletResponse response, HttpSession session, ActingParty party) {
        if (isFor(request, ADDRESS)) {
            if (records.look(id(session)).ownPassword()) {
                lock.lockNow(session);
            }
            return null;
        }
        try {
            String password = Objects.requireNonNullElse(request.getParameter("password"), "");
            StaffId owner = new StaffId(Objects.requireNonNull(party.actor().id()));
            unlocking.unlock(session, owner, password, new SignInDetails(request));
            return null;
        } catch (TooManyAttempts tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            return "Terlalu banyak percobaan. Tunggu %s, lalu coba lagi.".formatted(tooMany.inWords());
        } catch (AuthenticationException wrong) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return "Kata sandi tidak cocok.";
        }
    }

    private Answer answer(
            HttpServletRequest request, HttpSession session, ActingParty party, @Nullable String sentence) {
        SessionRecords.State state = records.look(id(session));
        OpenSession open = Objects.requireNonNull(OpenSession.of(session.getAttribute(OpenSession.ATTRIBUTE)));
        Standing standing = state.end().isPresent() ? Standing.OVER : lock.standing(open, state.ownPassword());
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Answer(
                text(standing),
                state.ownPassword(),
                party.actor().name(),
                sentence,
                token.getHeaderName(),
                token.getToken());
    }

    private void write(HttpServletResponse response, Answer answer) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), answer);
    }

    private static UUID id(HttpSession session) {
        return Objects.requireNonNull(OpenSession.of(session.getAttribute(OpenSession.ATTRIBUTE)))
                .id();
    }

    private static boolean isFor(HttpServletRequest request, String address) {
        return request.getRequestURI().equals(request.getContextPath() + address);
    }

    private static String text(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }
}
