package id.dukcapil.portal.platform;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a job answers the scheduler after a run: that the work is over, or when it goes on. */
@SuppressWarnings("NullAway") // Nothing of the scheduler stands behind it
final class Answer extends ExecutionOperations<Void> {

    private final List<Optional<Instant>> answers = new ArrayList<>();

    Answer() {
        super(null, null, null);
    }

    @Override
    public void remove() {
        answers.add(Optional.empty());
    }

    @Override
    public void reschedule(ExecutionComplete completed, Instant next) {
        answers.add(Optional.of(next));
    }

    /** @return when the work goes on; empty when it is over */
    Optional<Instant> given() {
        if (answers.size() != 1) {
            throw new AssertionError("The scheduler wants one answer and got " + answers);
        }
        return answers.getFirst();
    }
}
