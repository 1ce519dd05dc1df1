package id.dukcapil.portal.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one case at one moment.
 *
 * @param steps in the order in which the case came to them first
 * @param target for all steps of the office together; none when the procedure says nothing
 * @param due when that target is or was used up; none while the clock of the office stands still before
 */
public record ClockReading(
        State state,
        @Nullable Integer presentStep,
        List<StepReading> steps,
        @Nullable Duration target,
        @Nullable Instant due) {

    public enum State {
        /** The office works on it, or would if it were open. */
        RUNNING,
        /** The office cannot work: a pause has been stated. */
        PAUSED,
        /** The applicant has to act. */
        WITH_APPLICANT,
        ENDED
    }

    public ClockReading {
        steps = List.copyOf(steps);
    }

    /** Working time of the office in all steps, without pauses. */
    public Duration spent() {
        return sum(StepReading::spent);
    }

    /** Working time lost to pauses. */
    public Duration paused() {
        return sum(StepReading::paused);
    }

    /** Calendar time for which the case waited for the applicant. */
    public Duration citizen() {
        return sum(StepReading::citizen);
    }

    public boolean isBreached() {
        return target != null && spent().compareTo(target) > 0;
    }

    /** The step the case is in; empty when it has ended. */
    public Optional<StepReading> present() {
        return steps.stream()
                .filter(step -> presentStep != null && step.step() == presentStep)
                .findFirst();
    }

    private Duration sum(Function<StepReading, Duration> part) {
        return steps.stream().map(part).reduce(Duration.ZERO, Duration::plus);
    }
}
