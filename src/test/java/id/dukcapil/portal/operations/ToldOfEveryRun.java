package id.dukcapil.portal.operations;

import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.stats.StatsRegistry;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;

/** The manual scheduler of db-scheduler knows no listeners, only somebody who counts; this one passes it on. */
final class ToldOfEveryRun extends StatsRegistry.DefaultStatsRegistry {

    private final SchedulerListener listener;

    ToldOfEveryRun(SchedulerListener listener) {
        this.listener = listener;
    }

    @Override
    public void registerSingleCompletedExecution(ExecutionComplete run) {
        listener.onExecutionComplete(run);
    }
}
