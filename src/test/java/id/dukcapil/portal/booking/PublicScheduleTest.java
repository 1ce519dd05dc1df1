package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.PublicSchedule.Schedule;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Offices;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.dao.QueryTimeoutException;

/** What anybody is told of free days while the database does not answer. */
class PublicScheduleTest {

    private final Offices offices = mock(Offices.class);
    private final QuotaCalendar calendar = mock(QuotaCalendar.class);
    private final ActingSystem system = mock(ActingSystem.class);
    private final SettableClock clock = new SettableClock();
    private final PublicSchedule schedule = new PublicSchedule(calendar, offices, system, clock);

    @BeforeEach
    void workIsDone() {
        Mockito.doAnswer(call -> {
                    call.<Runnable>getArgument(1).run();
                    return null;
                })
                .when(system)
                .with(any(), any());
        when(calendar.daysAhead(any())).thenReturn(Map.of());
    }

    @Test
    void theLastReadingStandsWithItsTime() {
        when(offices.all()).thenReturn(List.of()).thenThrow(new QueryTimeoutException("silent"));
        Schedule read = schedule.now().orElseThrow();
        clock.advance(PublicSchedule.KEPT);

        assertThat(schedule.now()).contains(read);
        assertThat(read.readAt()).isEqualTo(clock.instant().minus(PublicSchedule.KEPT));
    }

    @Test
    void afterAStartWithoutADatabaseThereIsNothingToTell() {
        when(offices.all()).thenThrow(new QueryTimeoutException("silent")).thenReturn(List.of());

        assertThat(schedule.now()).isEmpty();
        clock.advance(PublicSchedule.KEPT);
        assertThat(schedule.now()).as("as soon as it answers").isPresent();
    }
}
