package id.dukcapil.portal.common;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a case has cost so far against the times of its procedure, for the page of the case. Whoever asks has made sure
 * that the case may be seen.
 */
public interface CaseFigures {

    /** Empty for a case that nobody measures. */
    Optional<Figures> of(UUID caseId);

    /** What the clock of the office does at this moment. */
    enum ClockState {
        RUNNING,
        /** Time has been stated in which the office cannot work. */
        PAUSED,
        WITH_APPLICANT,
        ENDED
    }

    /**
     * The clock of one case, read at one moment.
     *
     * @param whole all steps of the office together
     * @param steps in the order in which the case came to them first
     * @param presentStep number of the step the case is in; none when it is over
     */
    record Figures(
            ClockState state,
            Measure whole,
            List<Step> steps,
            @Nullable Integer presentStep) {

        public Figures {
            steps = List.copyOf(steps);
        }
    }

    /**
     * All stays in one step together.
     *
     * @param number of the row in the procedure
     * @param name what is done there, as the procedure says it
     */
    record Step(int number, String name, Measure time) {}

    /**
     * Time of three kinds, which are never added to each other.
     *
     * @param spent working time of the office, without pauses
     * @param paused working time in which the office could not work
     * @param citizen calendar time for which the case waited for the applicant
     * @param target how long the office may take; none when the procedure says nothing
     * @param due when the target is or was used up; none while nobody can say
     * @param left what is left of the target, negative by how much it was exceeded; none without a target
     */
    record Measure(
            Duration spent,
            Duration paused,
            Duration citizen,
            @Nullable Duration target,
            @Nullable Instant due,
            @Nullable Duration left) {

        public boolean isBreached() {
            return target != null && spent.compareTo(target) > 0;
        }
    }
}
