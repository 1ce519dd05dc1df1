package id.dukcapil.portal.platform;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import id.dukcapil.portal.common.BackgroundJob;
import id.dukcapil.portal.common.Masking;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that somebody asks for, as against a job that recurs. The scheduler sees to it that each piece is carried out: by
 * whichever process has room, by another one after a crash, and some times more when it meets trouble.
 */
public abstract class OneOffJob extends CustomTask<Void> implements BackgroundJob {

    /** Nothing is left to do. */
    protected static final Optional<Duration> OVER = Optional.empty();

    /** Something is left to do, by this process or the next. */
    protected static final Optional<Duration> GO_ON = Optional.of(Duration.ZERO);

    private static final Logger log = LoggerFactory.getLogger(OneOffJob.class);

    private final String label;
    private final String rhythm;
    private final int attempts;
    private final Duration pause;
    private final JobQueue queue;
    private final Clock clock;

    /**
     * @param task name of the db-scheduler task
     * @param label what it does, as administrators read it in the list of jobs
     * @param rhythm when it does it: "segera setelah diminta"
     * @param attempts how many runs in a row may fail before the work is given up
     * @param pause after a run that failed
     */
    protected OneOffJob(
            String task, String label, String rhythm, int attempts, Duration pause, JobQueue queue, Clock clock) {
        // Nothing to enter at start, and failures are dealt with below
        super(task, Void.class, null, now -> now, null, new DeadExecutionHandler.ReviveDeadExecution<>());
        this.label = label;
        this.rhythm = rhythm;
        this.attempts = attempts;
        this.pause = pause;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * @param work key of the piece of work
     * @param stopAsked whether this process is being stopped
     * @return the pause before the next run; {@link #OVER} when there need not be one
     * @throws RuntimeException it can be tried again
     */
    protected abstract Optional<Duration> carryOut(String work, BooleanSupplier stopAsked);

    /** Tells the person who waits what kept a run from its end; there will be another one. It stands in the log already. */
    protected void noteTrouble(String work, Throwable cause) {}

    /** There will be no further run. */
    protected abstract void giveUp(String work, Throwable cause);

    /** In the transaction of whoever asks. */
    protected final void schedule(String work) {
        queue.add(instanceBuilder(work));
    }

    /**
     * Takes along what waits of the same kind and nobody has begun, in a transaction of the caller: if that is rolled back, it
     * waits again.
     */
    protected final List<String> takeAlong(int atMost) {
        return queue.take(getName(), atMost);
    }

    @Override
    public final CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        return next(carryOut(instance.getId(), () -> context.getSchedulerState().isShuttingDown()));
    }

    @Override
    public final FailureHandler<Void> getFailureHandler() {
        return this::failed;
    }

    @Override
    public final String task() {
        return getName();
    }

    @Override
    public final String label() {
        return label;
    }

    @Override
    public final String rhythm() {
        return rhythm;
    }

    @Override
    public final boolean repeatable() {
        return false;
    }

    private CompletionHandler<Void> next(Optional<Duration> wait) {
        return wait.<CompletionHandler<Void>>map(duration -> (complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(duration)))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        String work = complete.getExecution().taskInstance.getId();
        Throwable cause = complete.getCause().orElseGet(() -> new IllegalStateException("No cause given"));
        log.warn("{} {} met trouble: {}", getName(), work, Masking.stackTrace(cause));
        if (complete.getExecution().consecutiveFailures + 1 < attempts) {
            noteTrouble(work, cause);
            operations.reschedule(complete, clock.instant().plus(pause));
        } else {
            giveUp(work, cause);
            operations.remove();
        }
    }
}
