package id.dukcapil.portal.channel;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import id.dukcapil.portal.common.BackgroundJob;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clears away what nobody can ask for any more, in small steps that hold no lock for long. */
@Component
class Housekeeping {

    /** How long a repeated request still gets its first answer. */
    static final Duration ANSWERS_KEPT = Duration.ofDays(7);

    private static final Duration RATE_WINDOWS_KEPT = Duration.ofHours(1);
    private static final String TASK = "channel-housekeeping";
    private static final LocalTime AT = LocalTime.of(2, 30);
    private static final int STEP = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Housekeeping(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void run() {
        Instant now = clock.instant();
        clear("DELETE FROM channel_idempotency WHERE created_at < ? LIMIT " + STEP, now.minus(ANSWERS_KEPT));
        clear("DELETE FROM channel_rate_window WHERE starts_at < ? LIMIT " + STEP, now.minus(RATE_WINDOWS_KEPT));
    }

    private void clear(String statement, Instant before) {
        int deleted = STEP;
        while (deleted == STEP) {
            deleted = jdbc.sql(statement).param(UtcDateTime.of(before)).update();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> channelHousekeeping(Housekeeping housekeeping, Organisation organisation) {
            return Tasks.recurring(TASK, Schedules.daily(organisation.timeZone(), AT))
                    .execute((instance, context) -> housekeeping.run());
        }

        @Bean
        BackgroundJob channelHousekeepingJob(Organisation organisation) {
            return new BackgroundJob(
                    TASK,
                    "Membersihkan catatan permintaan API",
                    "setiap hari pukul %s %s".formatted(Formats.time(AT), Formats.zone(organisation.timeZone())),
                    true);
        }
    }
}
