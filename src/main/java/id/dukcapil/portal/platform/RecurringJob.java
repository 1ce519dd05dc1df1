package id.dukcapil.portal.platform;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import id.dukcapil.portal.common.BackgroundJob;

/**
 * A job that recurs. One bean of this type is all that a module declares, beside the component that does the work:
 *
 * <pre>{@code
 * @Bean
 * RecurringJob expireReleases() {
 *     return new RecurringJob(TASK, "Mengakhiri QR dan PIN", Rhythm.every(Duration.ofMinutes(15)), this::run);
 * }
 * }</pre>
 */
public final class RecurringJob extends RecurringTask<Void> implements BackgroundJob {

    private final String label;
    private final Rhythm rhythm;
    private final Runnable work;

    /**
     * @param task name of the db-scheduler task
     * @param label what it does, as administrators read it in the list of jobs
     */
    public RecurringJob(String task, String label, Rhythm rhythm, Runnable work) {
        super(task, rhythm.schedule(), Void.class);
        this.label = label;
        this.rhythm = rhythm;
        this.work = work;
    }

    @Override
    public void executeRecurringly(TaskInstance<Void> instance, ExecutionContext context) {
        work.run();
    }

    @Override
    public String task() {
        return getName();
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String rhythm() {
        return rhythm.words();
    }

    @Override
    public boolean repeatable() {
        return true;
    }
}
