package id.dukcapil.portal.staff.signin;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in before this one, so that its owner notices a stranger.
 *
 * @param at null when there was none
 * @param failuresSince attempts with a wrong password or code since then
 */
public record LastSignIn(@Nullable Instant at, @Nullable String address, int failuresSince) implements Serializable {

    static final String ATTRIBUTE = "portal.last-sign-in";

    /** What is to be told after this sign-in; it is told once. */
    public static Optional<LastSignIn> take(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof LastSignIn last)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(last);
    }
}
