package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.Actor;
import java.time.Instant;

/**
 * Somebody does something now.
 *
 * @param role labels of the roles in which it is done, as they stand at that moment; empty for an outside system
 */
record Act(Actor actor, String role, Instant at) {

    static Act ofPortal(Instant at) {
        return new Act(Actor.PORTAL, "", at);
    }
}
