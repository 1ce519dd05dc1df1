package id.dukcapil.portal.privacy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock of UU 27/2022: 3 × 24 hours from the moment something was received or discovered. It runs through nights,
 * weekends and holidays, unlike the working time of a service.
 *
 * @param due the last moment in time
 * @param met when the duty was done, or null as long as it is not
 */
public record Deadline(Instant due, @Nullable Instant met) {

    /** Three times twenty-four hours (art. 30, 32, 41, 46). */
    public static final Duration LENGTH = Duration.ofHours(72);

    public enum State {
        /** Still time. */
        RUNNING,
        /** Not done, and the time is over. */
        OVERDUE,
        /** Done in time. */
        KEPT,
        /** Done, but too late. */
        MISSED
    }

    public State at(Instant now) {
        if (met != null) {
            return met.isAfter(due) ? State.MISSED : State.KEPT;
        }
        return now.isAfter(due) ? State.OVERDUE : State.RUNNING;
    }

    /** What is left, or by how much it is or was exceeded; never negative. */
    public Duration distance(Instant now) {
        return Duration.between(met == null ? now : met, due).abs();
    }
}
