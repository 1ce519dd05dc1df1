package id.dukcapil.portal.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What waits for the scheduler: entered in the transaction of whoever asks, and begun as soon as that is committed. */
@Component
public class JobQueue {

    private final ObjectProvider<SchedulerClient> client;
    private final ObjectProvider<Scheduler> running;
    private final DataSource database;
    private final Clock clock;

    JobQueue(
            ObjectProvider<SchedulerClient> client,
            ObjectProvider<Scheduler> running,
            DataSource database,
            Clock clock) {
        this.client = client;
        this.running = running;
        this.database = database;
        this.clock = clock;
    }

    /** Enters work that is due now. What already waits is not entered a second time. */
    public <T> void add(TaskInstance.Builder<T> work) {
        // Where this process runs no jobs itself, another one finds it in the table
        client.getIfAvailable(() -> SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                        .build())
                .scheduleIfNotExists(work.scheduledTo(clock.instant()));
        lookOnceCommitted();
    }

    /** Has the scheduler look for what is due; by itself it looks only now and then. */
    public void lookOnceCommitted() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                // Before that the scheduler does not see the row
                running.ifAvailable(Scheduler::triggerCheckForDueExecutions);
            }
        });
    }
}
