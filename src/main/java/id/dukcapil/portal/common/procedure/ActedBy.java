package id.dukcapil.portal.common.procedure;

import id.dukcapil.portal.common.Actor;
import java.time.Instant;

/**
 * The acting person or system at the moment of an action.
 *
 * @param role labels of the roles held at that moment, joined by commas; empty for an outside system and the portal
 */
public record ActedBy(Actor actor, String role, Instant at) {

    public static ActedBy portal(Instant at) {
        return new ActedBy(Actor.PORTAL, "", at);
    }

    public boolean isOf(Actor.Kind kind) {
        return actor.kind() == kind;
    }
}
