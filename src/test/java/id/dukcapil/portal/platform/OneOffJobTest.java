package id.dukcapil.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import id.dukcapil.portal.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class OneOffJobTest {

    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final IllegalStateException TROUBLE = new IllegalStateException("penuh");

    private final SettableClock clock = new SettableClock();
    private final SchedulerClient client = mock(SchedulerClient.class);
    private final Scheduler scheduler = mock(Scheduler.class);
    private final Copying job = new Copying();

    @Test
    void workIsEnteredAtOnceButTheSchedulerLooksOnlyOnceItCanSeeIt() {
        TransactionSynchronizationManager.initSynchronization();
        try {
            job.schedule("7");
            var entered = ArgumentCaptor.forClass(SchedulableInstance.class);
            verify(client).scheduleIfNotExists(entered.capture());
            assertThat(entered.getValue().getId()).isEqualTo("7");
            assertThat(entered.getValue().getTaskName()).isEqualTo("uji-salin");
            assertThat(entered.getValue().getNextExecutionTime(Instant.MAX)).isEqualTo(clock.instant());
            verifyNoInteractions(scheduler);

            TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
            verify(scheduler).triggerCheckForDueExecutions();
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void workThatIsOverLeavesTheSchedule() {
        job.result = OneOffJob.OVER;
        assertThat(afterARunOf("7")).isEmpty();
        assertThat(job.told).containsExactly("7 dikerjakan");
    }

    @Test
    void workThatHasToWaitComesBackWhenItSaid() {
        job.result = Optional.of(Duration.ofSeconds(3));
        assertThat(afterARunOf("7")).contains(clock.instant().plusSeconds(3));
        job.result = OneOffJob.GO_ON;
        assertThat(afterARunOf("7")).contains(clock.instant());
    }

    @Test
    void troubleIsToldAndTheWorkTriedAgainUntilTheLastAttempt() {
        assertThat(FailedRun.of(job, "7", 1, TROUBLE, clock.instant()))
                .contains(clock.instant().plus(PAUSE));
        assertThat(FailedRun.of(job, "7", 2, TROUBLE, clock.instant()))
                .contains(clock.instant().plus(PAUSE));
        assertThat(FailedRun.of(job, "7", 3, TROUBLE, clock.instant())).isEmpty();
        assertThat(job.told).containsExactly("7 terganggu: penuh", "7 terganggu: penuh", "7 menyerah: penuh");
    }

    private Optional<Instant> afterARunOf(String work) {
        var answer = new Answer();
        Instant now = clock.instant();
        var run = new Execution(now, job.instance(work));
        job.execute(job.instance(work), mock(ExecutionContext.class))
                .complete(ExecutionComplete.success(run, now, now), answer);
        return answer.given();
    }

    private JobQueue queue() {
        return new JobQueue(
                new StaticListableBeanFactory(Map.of("client", client)).getBeanProvider(SchedulerClient.class),
                new StaticListableBeanFactory(Map.of("scheduler", scheduler)).getBeanProvider(Scheduler.class),
                mock(DataSource.class),
                clock);
    }

    /** Copies nothing, and remembers what it was told. */
    private final class Copying extends OneOffJob {

        private final List<String> told = new ArrayList<>();
        private Optional<Duration> result = OVER;

        Copying() {
            super("uji-salin", "Menyalin", "bila diminta", 3, PAUSE, queue(), clock);
        }

        @Override
        protected Optional<Duration> carryOut(String work, BooleanSupplier stopAsked) {
            told.add(work + " dikerjakan");
            return result;
        }

        @Override
        protected void noteTrouble(String work, Throwable cause) {
            told.add(work + " terganggu: " + cause.getMessage());
        }

        @Override
        protected void giveUp(String work, Throwable cause) {
            told.add(work + " menyerah: " + cause.getMessage());
        }
    }
}
