package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.Actor;
import java.time.Instant;
import java.time.ZoneId;

/**
 * One act of a person, the channel or the portal.
 *
 * @param role labels of the roles in which it is done; empty for an outside system
 * @param zone of the office, which decides on which day the act counts
 */
public record Act(Actor actor, String role, Instant at, ZoneId zone) {}
