package id.dukcapil.portal.audit;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Asks for the sealer when this process has written rows and not seen it work for a while. The scheduler goes by the time of
 * day: when the clock is set back an hour it would rest for an hour. This goes by time elapsed, and by somebody writing.
 */
@Component
class SealingNudge {

    private static final int PATIENCE = 4;
    private static final Logger log = LoggerFactory.getLogger(SealingNudge.class);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;
    private final long patience;
    private final AtomicLong quietSince = new AtomicLong(System.nanoTime());

    SealingNudge(ObjectProvider<SchedulerClient> scheduler, AuditSettings settings, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
        patience = settings.sealEvery().toNanos() * PATIENCE;
    }

    void sealed() {
        quietSince.set(System.nanoTime());
    }

    void afterWriting() {
        long since = quietSince.get();
        long now = System.nanoTime();
        if (now - since > patience && quietSince.compareAndSet(since, now)) {
            // Not on this thread: its connection still belongs to the transaction that has just ended
            scheduler.ifAvailable(client -> Thread.startVirtualThread(() -> wake(client)));
        }
    }

    private void wake(SchedulerClient client) {
        try {
            client.reschedule(TaskInstanceId.of(AuditJobs.SEAL, RecurringTask.INSTANCE), clock.instant());
        } catch (TaskInstanceException | DataAccessException e) {
            log.debug("The sealer runs already, or cannot be reached", e);
        }
    }
}
