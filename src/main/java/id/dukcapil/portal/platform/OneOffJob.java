package id.dukcapil.portal.platform;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
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
public abstract class OneOffJob {

    /** Nothing is left to do. */
    protected static final Optional<Duration> OVER = Optional.empty();

    /** Something is left to do, by this process or the next. */
    protected static final Optional<Duration> GO_ON = Optional.of(Duration.ZERO);

    private static final Logger log = LoggerFactory.getLogger(OneOffJob.class);

    private final TaskDescriptor<Void> task;
    private final int attempts;
    private final Duration pause;
    private final JobQueue queue;
    private final Clock clock;

    /**
     * @param task name of the db-scheduler task
     * @param attempts how many runs in a row may fail before the work is given up
     * @param pause after a run that failed
     */
    protected OneOffJob(String task, int attempts, Duration pause, JobQueue queue, Clock clock) {
        this.task = TaskDescriptor.of(task);
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

    /** Tells whoever waits what kept a run from its end; there will be another one. */
    protected abstract void noteTrouble(String work, Throwable cause);

    /** There will be no further run. */
    protected abstract void giveUp(String work, Throwable cause);

    /** In the transaction of whoever asks. */
    protected final void schedule(String work) {
        queue.add(task.instance(work));
    }

    /**
     * Takes along what waits of the same kind and nobody has begun, in a transaction of the caller: if that is rolled back, it
     * waits again.
     */
    protected final List<String> takeAlong(int atMost) {
        return queue.take(task.getTaskName(), atMost);
    }

    /** How the scheduler does it. */
    public final Task<Void> task() {
        FailureHandler<Void> onFailure = this::failed;
        return Tasks.custom(task)
                .onFailure(onFailure)
                .onDeadExecutionRevive()
                .execute((instance, context) -> next(carryOut(
                        instance.getId(), () -> context.getSchedulerState().isShuttingDown())));
    }

    private CompletionHandler<Void> next(Optional<Duration> wait) {
        return wait.<CompletionHandler<Void>>map(duration -> (complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(duration)))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        String work = complete.getExecution().taskInstance.getId();
        Throwable cause = complete.getCause().orElseGet(() -> new IllegalStateException("No cause given"));
        log.warn("{} {} met trouble: {}", task.getTaskName(), work, Masking.stackTrace(cause));
        if (complete.getExecution().consecutiveFailures + 1 < attempts) {
            noteTrouble(work, cause);
            operations.reschedule(complete, clock.instant().plus(pause));
        } else {
            giveUp(work, cause);
            operations.remove();
        }
    }
}
