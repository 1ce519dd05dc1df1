package id.dukcapil.portal.common;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something to a record, as the timeline names them.
 *
 * @param id the member of staff or the API client; absent for the portal itself
 * @param name shown as it stood when it happened
 */
public record Actor(Kind kind, @Nullable UUID id, String name) {

    public enum Kind {
        STAFF,
        CHANNEL,
        SYSTEM
    }

    public static final Actor PORTAL = new Actor(Kind.SYSTEM, null, "Portal");
}
