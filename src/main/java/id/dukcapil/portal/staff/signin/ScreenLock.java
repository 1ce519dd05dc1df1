package id.dukcapil.portal.staff.signin;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Locks an open session before which nobody sits. What was typed stays in the open page all the while, and the server
 * carries out nothing that comes from it (docs/decisions/0041).
 */
@Component
class ScreenLock {

    /** The container's count must not be the shorter one: its session holds the page that the lock is there to keep. */
    private static final Duration SLACK = Duration.ofMinutes(15);

    private final SignInSettings settings;
    private final SessionRecords records;
    private final ObjectProvider<SingleSignOnSettings> provider;
    private final Clock clock;

    ScreenLock(
            SignInSettings settings,
            SessionRecords records,
            ObjectProvider<SingleSignOnSettings> provider,
            Clock clock) {
        this.settings = settings;
        this.records = records;
        this.provider = provider;
        this.clock = clock;
    }

    /** Remembers the record in the browser's session, which then lasts as long as a lock may. */
    void watch(HttpSession session, OpenSession open) {
        session.setAttribute(OpenSession.ATTRIBUTE, open);
        Duration held = settings.idleAfter().plus(settings.lockedFor()).plus(SLACK);
        session.setMaxInactiveInterval(Math.toIntExact(held.toSeconds()));
    }

    /** The provider opens only what it has opened before. */
    LockKeys keys(SessionRecords.State state) {
        SingleSignOnSettings configured = state.method().withPassword() ? null : provider.getIfAvailable();
        return new LockKeys(state.ownPassword(), configured == null ? null : configured.name());
    }

    /** @param lockable whether its owner has anything to unlock it with; else it is over instead of locked */
    Standing standing(OpenSession open, boolean lockable) {
        Instant now = clock.instant();
        Instant since = dueAt(open);
        if (since.isAfter(now)) {
            return Standing.OPEN;
        }
        return lockable && since.plus(settings.lockedFor()).isAfter(now) ? Standing.LOCKED : Standing.OVER;
    }

    /** Makes what the time says last until the password, wherever the clock is set meanwhile. */
    void lockWhenDue(HttpSession session) {
        Instant now = clock.instant();
        lock(session, open -> dueAt(open).isAfter(now) ? open : open.locked(dueAt(open)));
    }

    /** The browser counts for itself, and its owner may want it. */
    void lockNow(HttpSession session) {
        Instant now = clock.instant();
        lock(session, open -> open.locked(earlier(dueAt(open), now)));
    }

    private void lock(HttpSession session, UnaryOperator<OpenSession> step) {
        OpenSession before = OpenSession.of(session.getAttribute(OpenSession.ATTRIBUTE));
        Instant since = OpenSession.change(session, step).lockedAt();
        if (before != null && before.lockedAt() == null && since != null) {
            records.lock(before.id(), since);
        }
    }

    /** The lock begins when the time was up, however late that is noticed: a computer may have slept meanwhile. */
    private Instant dueAt(OpenSession open) {
        Instant lockedAt = open.lockedAt();
        return lockedAt == null ? open.lastActive().plus(settings.idleAfter()) : lockedAt;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
