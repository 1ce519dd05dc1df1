package id.dukcapil.portal.platform;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Instant;
import java.util.Optional;

/** Tells a job that its run failed, as the scheduler does, and learns what the job makes of it. */
public final class FailedRun {

    private FailedRun() {}

    /**
     * @param attempt how many runs in a row have failed with this one
     * @return when the work is tried again; empty when it was given up
     */
    public static Optional<Instant> of(Task<Void> task, String work, int attempt, Throwable cause, Instant at) {
        var run = new Execution(at, task.instance(work), true, "uji", null, null, attempt - 1, null, 1);
        var answer = new Answer();
        task.getFailureHandler().onFailure(ExecutionComplete.failure(run, at, at, cause), answer);
        return answer.given();
    }
}
