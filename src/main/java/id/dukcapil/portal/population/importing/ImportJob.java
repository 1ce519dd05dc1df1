package id.dukcapil.portal.population.importing;

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
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.staff.ActingSystem;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hands imports to the scheduler, which sees to it that each is carried out, also after a crash and by another process. */
@Component
class ImportJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("population-import");

    private static final Logger log = LoggerFactory.getLogger(ImportJob.class);
    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final ImportRun run;
    private final ImportRecords records;
    private final ActingSystem system;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final ObjectProvider<Scheduler> running;
    private final DataSource database;
    private final Clock clock;

    ImportJob(
            ImportRun run,
            ImportRecords records,
            ActingSystem system,
            ObjectProvider<SchedulerClient> scheduler,
            ObjectProvider<Scheduler> running,
            DataSource database,
            Clock clock) {
        this.run = run;
        this.records = records;
        this.system = system;
        this.scheduler = scheduler;
        this.running = running;
        this.database = database;
        this.clock = clock;
    }

    /** In the transaction of whoever starts the import. */
    void schedule(ImportId id) {
        // Where this process runs no jobs itself, another one finds it in the table
        SchedulerClient client = scheduler.getIfAvailable(
                () -> SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                        .build());
        client.scheduleIfNotExists(TASK.instance(id.toString()).scheduledTo(clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                // Before that the scheduler does not see the row, and it looks only now and then by itself
                running.ifAvailable(Scheduler::triggerCheckForDueExecutions);
            }
        });
    }

    /** @return whether the import needs no further run */
    boolean goOn(ImportId id, BooleanSupplier stopAsked) {
        boolean[] done = {false};
        system.with(Set.of(), () -> done[0] = run.goOn(id, stopAsked));
        return done[0];
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> instance, BooleanSupplier stopAsked) {
        boolean done = goOn(idOf(instance), stopAsked);
        return done
                ? new CompletionHandler.OnCompleteRemove<>()
                : (complete, operations) -> operations.reschedule(complete, clock.instant());
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        ImportId id =
                new ImportId(Long.parseLong(complete.getExecution().taskInstance.getId()));
        Throwable cause = complete.getCause().orElseGet(() -> new IllegalStateException("No cause given"));
        log.warn("Import {} met trouble: {}", id, Masking.stackTrace(cause));
        String sentence = Trouble.sentence(cause);
        if (complete.getExecution().consecutiveFailures + 1 < ATTEMPTS) {
            records.noteTrouble(id, sentence + " Dicoba lagi otomatis.");
            operations.reschedule(complete, clock.instant().plus(PAUSE));
        } else {
            system.with(Set.of(), () -> run.giveUp(id, sentence));
            operations.remove();
        }
    }

    private static ImportId idOf(TaskInstance<Void> instance) {
        return new ImportId(Long.parseLong(instance.getId()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        CustomTask<Void> populationImportTask(ImportJob job) {
            FailureHandler<Void> onFailure = job::failed;
            return Tasks.custom(TASK)
                    .onFailure(onFailure)
                    .onDeadExecutionRevive()
                    .execute((instance, context) -> job.execute(
                            instance, () -> context.getSchedulerState().isShuttingDown()));
        }

        @Bean
        BackgroundJob populationImportJob() {
            return new BackgroundJob(
                    TASK.getTaskName(), "Mengimpor data penduduk", "segera setelah impor dimulai", false);
        }
    }
}
