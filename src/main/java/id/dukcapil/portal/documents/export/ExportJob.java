package id.dukcapil.portal.documents.export;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import id.dukcapil.portal.common.BackgroundJob;
import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.Masking;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hands exports to the scheduler, which sees to it that each is carried out, also after a crash and by another process. */
@Component
class ExportJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("documents-export");

    private static final Logger log = LoggerFactory.getLogger(ExportJob.class);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Duration WHILE_NO_PLACE = Duration.ofSeconds(1);

    private final ExportRun run;
    private final ExportRecords records;
    private final ExportFiles files;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final ObjectProvider<Scheduler> running;
    private final DataSource database;
    private final Clock clock;

    ExportJob(
            ExportRun run,
            ExportRecords records,
            ExportFiles files,
            ObjectProvider<SchedulerClient> scheduler,
            ObjectProvider<Scheduler> running,
            DataSource database,
            Clock clock) {
        this.run = run;
        this.records = records;
        this.files = files;
        this.scheduler = scheduler;
        this.running = running;
        this.database = database;
        this.clock = clock;
    }

    /** In the transaction of whoever asks. */
    void schedule(ExportId id, int turn) {
        // Where this process runs no jobs itself, another one finds it in the table
        SchedulerClient client = scheduler.getIfAvailable(
                () -> SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                        .build());
        client.scheduleIfNotExists(TASK.instance(id + "-" + turn).scheduledTo(clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                // Before that the scheduler does not see the row, and it looks only now and then by itself
                running.ifAvailable(Scheduler::triggerCheckForDueExecutions);
            }
        });
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> instance, BooleanSupplier stopAsked) {
        return switch (run.run(idOf(instance), turnOf(instance), stopAsked)) {
            case OVER -> new CompletionHandler.OnCompleteRemove<>();
            case NO_PLACE ->
                (complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(WHILE_NO_PLACE));
            case STOPPED -> (complete, operations) -> operations.reschedule(complete, clock.instant());
        };
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        ExportId id = idOf(complete.getExecution().taskInstance);
        Throwable cause = complete.getCause().orElseGet(() -> new IllegalStateException("No cause given"));
        if (giveUpOrNote(id, cause, complete.getExecution().consecutiveFailures + 1)) {
            operations.remove();
        } else {
            operations.reschedule(complete, clock.instant().plus(PAUSE));
        }
    }

    /** @return whether it was given up */
    boolean giveUpOrNote(ExportId id, Throwable cause, int failures) {
        log.warn("Export {} met trouble: {}", id, Masking.stackTrace(cause));
        String sentence = ExportTrouble.sentence(cause);
        if (failures < ATTEMPTS) {
            records.noteTrouble(id, sentence + " Dicoba lagi otomatis.");
            return false;
        }
        files.remove(id);
        records.fail(id, sentence);
        return true;
    }

    private static ExportId idOf(TaskInstance<?> instance) {
        return ExportId.parse(instance.getId().substring(0, instance.getId().lastIndexOf('-')))
                .orElseThrow();
    }

    private static int turnOf(TaskInstance<?> instance) {
        return Integer.parseInt(instance.getId().substring(instance.getId().lastIndexOf('-') + 1));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ExportSettings.class)
    static class Schedule {

        @Bean
        CustomTask<Void> exportTask(ExportJob job) {
            FailureHandler<Void> onFailure = job::failed;
            return Tasks.custom(TASK)
                    .onFailure(onFailure)
                    .onDeadExecutionRevive()
                    .execute((instance, context) -> job.execute(
                            instance, () -> context.getSchedulerState().isShuttingDown()));
        }

        @Bean
        BackgroundJob exportJobDescription() {
            return new BackgroundJob(
                    TASK.getTaskName(), "Membuat berkas ekspor daftar", "segera setelah diminta", false);
        }
    }
}
