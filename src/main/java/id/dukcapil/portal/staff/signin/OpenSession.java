package id.dukcapil.portal.staff.signin;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a browser's session remembers of its own record; it never leaves the server, and the session's number in the
 * cookie stands nowhere in the database.
 *
 * @param lastActive when the person did something; heartbeats of an open page do not count
 * @param written when the record was last told
 */
record OpenSession(UUID id, Instant lastActive, Instant written) implements Serializable {

    static final String ATTRIBUTE = "portal.session";

    OpenSession active(Instant now) {
        return new OpenSession(id, now, written);
    }

    OpenSession writtenAt(Instant now) {
        return new OpenSession(id, lastActive, now);
    }

    static @Nullable OpenSession of(@Nullable Object attribute) {
        return attribute instanceof OpenSession open ? open : null;
    }
}
