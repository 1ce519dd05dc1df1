package id.dukcapil.portal.staff.signin;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the pages in front of the door that a session has just been ended, and why. */
public final class EndedSession {

    static final String ATTRIBUTE = "portal.session-ended";

    private EndedSession() {}

    /** For the request that met the end. */
    public static Optional<SessionEnd> metBy(ServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE)).map(SessionEnd.class::cast);
    }

    /** For the login that follows; it is told once. */
    public static Optional<SessionEnd> take(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof SessionEnd end)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(end);
    }
}
