package id.dukcapil.portal.staff.signin;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * What a browser's session remembers of its own record; it never leaves the server, and the session's number in the
 * cookie stands nowhere in the database.
 *
 * @param lastActive when the person did something; heartbeats of an open page do not count
 * @param written when the record was last told
 * @param lockedAt since when the screen is locked; null while it is not
 */
record OpenSession(
        UUID id,
        Instant lastActive,
        Instant written,
        @Nullable Instant lockedAt) implements Serializable {

    static final String ATTRIBUTE = "portal.session";

    static OpenSession begun(UUID id, Instant now) {
        return new OpenSession(id, now, now, null);
    }

    /** A locked screen stays locked, whatever the person does before it. */
    OpenSession active(Instant now) {
        return lockedAt == null ? new OpenSession(id, now, written, null) : this;
    }

    OpenSession writtenAt(Instant now) {
        return new OpenSession(id, lastActive, now, lockedAt);
    }

    OpenSession locked(Instant since) {
        return lockedAt == null ? new OpenSession(id, lastActive, written, since) : this;
    }

    OpenSession unlocked(Instant now) {
        return new OpenSession(id, now, now, null);
    }

    /** A clock that was set back leaves nothing in the future: it would keep the session open for so much longer. */
    OpenSession notAfter(Instant now) {
        return new OpenSession(
                id, earlier(lastActive, now), earlier(written, now), lockedAt == null ? null : earlier(lockedAt, now));
    }

    static @Nullable OpenSession of(@Nullable Object attribute) {
        return attribute instanceof OpenSession open ? open : null;
    }

    /** One step at a time: a heartbeat that was under way must not undo the unlocking. */
    static OpenSession change(HttpSession session, UnaryOperator<OpenSession> step) {
        synchronized (WebUtils.getSessionMutex(session)) {
            OpenSession changed = step.apply(Objects.requireNonNull(of(session.getAttribute(ATTRIBUTE))));
            session.setAttribute(ATTRIBUTE, changed);
            return changed;
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
