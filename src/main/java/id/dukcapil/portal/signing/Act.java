package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.Actor;
import java.time.Instant;

/**
 * Somebody does something now.
 *
 * @param role labels of the roles in which it is done, as they stand at that moment
 */
record Act(Actor actor, String role, Instant at) {

    static Act ofThePortal(Instant at) {
        return new Act(Actor.PORTAL, "", at);
    }
}
