package id.dukcapil.portal.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient jdbc;
    private final Clock clock;

    JobQueue(
            ObjectProvider<SchedulerClient> client,
            ObjectProvider<Scheduler> running,
            DataSource database,
            Clock clock) {
        this.client = client;
        this.running = running;
        this.database = database;
        this.jdbc = JdbcClient.create(database);
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

    /**
     * Takes work away that is due and that nobody has begun, to be done together with other work of its kind in the caller's
     * transaction: if that is rolled back, it waits again.
     *
     * @return keys of the pieces of work
     */
    public List<String> take(String task, int atMost) {
        List<String> waiting = jdbc.sql("""
                        SELECT task_instance FROM scheduled_tasks
                        WHERE task_name = :task AND NOT picked AND execution_time <= :now
                        ORDER BY execution_time LIMIT :limit FOR UPDATE SKIP LOCKED""")
                .param("task", task)
                .param("now", UtcDateTime.of(clock.instant()))
                .param("limit", atMost)
                .query(OneColumn.TEXT)
                .list();
        if (!waiting.isEmpty()) {
            jdbc.sql("DELETE FROM scheduled_tasks WHERE task_name = :task AND task_instance IN (:keys) AND NOT picked")
                    .param("task", task)
                    .param("keys", waiting)
                    .update();
        }
        return waiting;
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
