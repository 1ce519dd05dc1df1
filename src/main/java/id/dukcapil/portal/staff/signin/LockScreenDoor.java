package id.dukcapil.portal.staff.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

    private static final String WRONG = "Kata sandi tidak cocok.";

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
     * @param password whether a password of the portal unlocks it
     * @param provider name of the single sign-on that unlocks it; null when none does
     * @param name whose it is
     * @param sentence why it is still locked after an attempt
     * @param token what a request that changes something has to bring along, in the header of that name
     */
    private record Answer(
            String state,
            boolean lockable,
            boolean password,
            @Nullable String provider,
            @Nullable String name,
            @Nullable String sentence,
            @Nullable String header,
            @Nullable String token) {

        static final Answer OVER = new Answer(text(Standing.OVER), false, false, null, null, null, null, null);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isFor(request, ADDRESS) && !isFor(request, UNLOCK);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        Optional<WatchedSession> watched = WatchedSession.of(request, securityContext);
        if (watched.isEmpty()) {
            write(response, Answer.OVER);
        } else if (request.getMethod().equals("GET") && isFor(request, ADDRESS)) {
            write(response, answer(request, watched.get(), null));
        } else if (request.getMethod().equals("POST")) {
            write(response, answer(request, watched.get(), change(request, response, watched.get())));
        } else {
            response.setStatus(HttpStatus.METHOD_NOT_ALLOWED.value());
        }
    }

    /** @return why it did not unlock; null when it did, or was locked */
    private @Nullable String change(HttpServletRequest request, HttpServletResponse response, WatchedSession watched) {
        LockKeys keys = lock.keys(records.look(watched.id()));
        if (isFor(request, ADDRESS)) {
            if (keys.any()) {
                lock.lockNow(watched.session());
            }
            return null;
        }
        if (!keys.password()) {
            // One that was given and never used is known to whoever gave it
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return WRONG;
        }
        return unlock(request, response, watched);
    }

    private @Nullable String unlock(HttpServletRequest request, HttpServletResponse response, WatchedSession watched) {
        try {
            String password = Objects.requireNonNullElse(request.getParameter("password"), "");
            unlocking.unlock(watched.session(), watched.account(), password, new SignInDetails(request));
            return null;
        } catch (TooManyAttempts tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            return tooMany.sentence();
        } catch (AuthenticationException wrong) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return WRONG;
        }
    }

    private Answer answer(HttpServletRequest request, WatchedSession watched, @Nullable String sentence) {
        SessionRecords.State state = records.look(watched.id());
        LockKeys keys = lock.keys(state);
        Standing standing = state.end().isPresent() ? Standing.OVER : lock.standing(watched.open(), keys.any());
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Answer(
                text(standing),
                keys.any(),
                keys.password(),
                keys.provider(),
                watched.owner().actor().name(),
                sentence == null && standing == Standing.LOCKED ? refusal(watched) : sentence,
                token.getHeaderName(),
                token.getToken());
    }

    /** What came of the window in which the owner was to sign in at the provider. */
    private static @Nullable String refusal(WatchedSession watched) {
        return (String) watched.session().getAttribute(ProviderDoor.REFUSAL);
    }

    private void write(HttpServletResponse response, Answer answer) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), answer);
    }

    private static boolean isFor(HttpServletRequest request, String address) {
        return request.getRequestURI().equals(request.getContextPath() + address);
    }

    private static String text(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }
}
