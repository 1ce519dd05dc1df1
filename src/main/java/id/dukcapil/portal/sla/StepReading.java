package id.dukcapil.portal.sla;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a case has cost in one step, all stays in it together.
 *
 * @param spent working time of the office, without pauses
 * @param paused working time in which the office could not work
 * @param citizen calendar time for which the step waited for the applicant
 * @param target how long the office may take; none when the procedure says nothing
 * @param due when the target is or was used up; none while nobody can say, because the clock of the office stands still
 */
public record StepReading(
        int step,
        Duration spent,
        Duration paused,
        Duration citizen,
        @Nullable Duration target,
        @Nullable Instant due) {

    public boolean isBreached() {
        return target != null && spent.compareTo(target) > 0;
    }
}
