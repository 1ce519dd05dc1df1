package id.dukcapil.portal.visits.day;

import java.util.UUID;

/**
 * What the portal made of an operation; with it the tablet may forget the operation.
 *
 * @param id of the operation
 * @param sentence why not; empty for what was applied
 */
public record Verdict(UUID id, Kind kind, String sentence) {

    /** How an operation ended. */
    public enum Kind {
        APPLIED,
        /** Was so already. */
        SAME,
        /** Contradicts another tablet; both outcomes stand until somebody settles it. */
        CONFLICT,
        REFUSED
    }
}
