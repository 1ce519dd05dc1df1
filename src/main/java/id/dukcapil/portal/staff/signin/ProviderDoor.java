package id.dukcapil.portal.staff.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The window beside a locked page, in which its owner signs in at the provider. What comes back never goes on from here,
 * least of all to the sign-in: that would put whoever signed in there into the place of the session's owner. The lock
 * screen learns the outcome by asking {@link LockScreenDoor}.
 */
class ProviderDoor extends OncePerRequestFilter {

    static final String PROVIDER = LockScreenDoor.ADDRESS + "/penyedia";
    static final String REFUSAL = "portal.unlock-refusal";

    private static final String BEGIN = PROVIDER + "/" + ProviderRegistration.ID;
    private static final String WAY_BACK = "/login/oauth2/code/" + ProviderRegistration.ID;
    private static final String LAST_PAGE = LockScreenDoor.ADDRESS + "/jendela";
    private static final ClassPathResource PAGE = new ClassPathResource("META-INF/resources/lock/window.html");

    private final ObjectProvider<UnlockingThroughProvider> unlocking;
    private final SessionRecords records;
    private final ScreenLock lock;
    private final SecurityContextHolderStrategy securityContext;

    ProviderDoor(
            ObjectProvider<UnlockingThroughProvider> unlocking,
            SessionRecords records,
            ScreenLock lock,
            SecurityContextHolderStrategy securityContext) {
        this.unlocking = unlocking;
        this.records = records;
        this.lock = lock;
        this.securityContext = securityContext;
    }

    /** An answer of the provider belongs here by its state alone; without the mark it belongs to the sign-in. */
    static boolean isFor(HttpServletRequest request) {
        String path = path(request);
        String state = request.getParameter("state");
        boolean comesBack = path.equals(WAY_BACK) && state != null && state.startsWith(ProviderWord.MARK);
        return comesBack || path.equals(BEGIN) || path.equals(LAST_PAGE);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isFor(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            response.setStatus(HttpStatus.METHOD_NOT_ALLOWED.value());
        } else if (path(request).equals(LAST_PAGE)) {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            PAGE.getInputStream().transferTo(response.getOutputStream());
        } else {
            response.sendRedirect(next(request).orElse(request.getContextPath() + LAST_PAGE));
        }
    }

    /** @return where the window goes from here; empty when it has served its purpose */
    private Optional<String> next(HttpServletRequest request) {
        UnlockingThroughProvider way = unlocking.getIfAvailable();
        return way == null
                ? Optional.empty()
                : WatchedSession.of(request, securityContext)
                        .filter(this::isLockedByProvider)
                        .flatMap(locked -> next(request, locked, way));
    }

    private boolean isLockedByProvider(WatchedSession watched) {
        SessionRecords.State state = records.look(watched.id());
        LockKeys keys = lock.keys(state);
        return state.end().isEmpty()
                && keys.provider() != null
                && lock.standing(watched.open(), keys.any()) == Standing.LOCKED;
    }

    private static Optional<String> next(
            HttpServletRequest request, WatchedSession locked, UnlockingThroughProvider way) {
        locked.session().removeAttribute(REFUSAL);
        try {
            if (path(request).equals(BEGIN)) {
                return Optional.of(way.begin(request, locked.session()));
            }
            way.finish(request, locked);
        } catch (AuthenticationException refused) {
            locked.session().setAttribute(REFUSAL, sentence(refused));
        }
        return Optional.empty();
    }

    private static String sentence(AuthenticationException refused) {
        return switch (refused) {
            case UnlockRefused told -> told.refusal().sentence();
            case TooManyAttempts tooMany -> tooMany.sentence();
            default -> UnlockRefusal.INVALID.sentence();
        };
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
