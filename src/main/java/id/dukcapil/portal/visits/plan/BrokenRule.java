package id.dukcapil.portal.visits.plan;

import org.jspecify.annotations.Nullable;

/**
 * A rule that an arrangement breaks.
 *
 * @param sentence what is in the way
 * @param wayOut what would keep the rule, in a few words; empty when there is none
 * @param instead the arrangement that does; null when there is none
 */
public record BrokenRule(
        Rule rule, String sentence, String wayOut, @Nullable Arrangement instead) {

    /** The rules of a plan. */
    public enum Rule {
        OFFICE_CLOSED,
        SCHOOL_PERIOD,
        SCHOOL_EXCLUDES,
        CREW_AWAY,
        CREW_TWICE,
        TOO_FEW_OPERATORS,
        HELPER_AWAY,
        HELPER_TWICE,
        SET_BROKEN,
        SET_TWICE,
        VEHICLE_TWICE,
        TOO_SHORT
    }
}
