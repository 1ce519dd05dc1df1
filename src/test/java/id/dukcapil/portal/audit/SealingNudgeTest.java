package id.dukcapil.portal.audit;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import id.dukcapil.portal.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The scheduler's clock was set back and it rests; people go on working. */
class SealingNudgeTest {

    private final SchedulerClient scheduler = mock(SchedulerClient.class);
    private final SettableClock clock = new SettableClock();

    @Test
    void whoeverWritesWakesASealerThatHasBeenQuietForTooLong() {
        clock.advance(Duration.ofHours(-1));
        nudgeWith(Duration.ZERO).afterWriting();
        verify(scheduler, timeout(5_000)).reschedule(any(), eq(clock.instant()));
    }

    @Test
    void aSealerThatHasJustWorkedIsLeftInPeace() {
        SealingNudge nudge = nudgeWith(Duration.ofMinutes(1));
        nudge.sealed();
        nudge.afterWriting();
        verify(scheduler, never()).reschedule(any(), any());
    }

    private SealingNudge nudgeWith(Duration sealEvery) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("scheduler", scheduler);
        var settings = new AuditSettings(sealEvery, Duration.ofMinutes(5), null, null, false);
        return new SealingNudge(beans.getBeanProvider(SchedulerClient.class), settings, clock);
    }
}
