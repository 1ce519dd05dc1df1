package id.dukcapil.portal.visits.visit;

import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reminds schools that leave a letter unanswered; a reminder starts the time anew. */
@Component
class AnswerReminders {

    static final String TASK = "visits-reminders";
    private static final LocalTime AT = LocalTime.of(7, 30);

    private final Visits visits;
    private final JdbcClient jdbc;
    private final ActingSystem system;
    private final RecurringWork work;
    private final VisitSettings settings;
    private final Organisation organisation;
    private final Clock clock;

    AnswerReminders(
            Visits visits,
            JdbcClient jdbc,
            ActingSystem system,
            RecurringWork work,
            VisitSettings settings,
            Organisation organisation,
            Clock clock) {
        this.visits = visits;
        this.jdbc = jdbc;
        this.system = system;
        this.work = work;
        this.settings = settings;
        this.organisation = organisation;
        this.clock = clock;
    }

    void run() {
        Instant before = clock.instant().minus(settings.remindAfter());
        system.with(
                Set.of(Permission.VISIT_PLAN, Permission.VISIT_READ),
                () -> work.rows(TASK, "Mengingatkan sekolah", limit -> silentSince(before, limit))
                        .each(visits::remind));
    }

    private List<String> silentSince(Instant before, int limit) {
        return jdbc.sql("""
                        SELECT number FROM visits_visit WHERE status = :status AND status_since < :before AND first_day >= :today
                        ORDER BY status_since LIMIT :limit""")
                .param("status", VisitStatus.INVITED.name())
                .param("before", UtcDateTime.of(before))
                .param("today", organisation.today(clock))
                .param("limit", limit)
                .query(OneColumn.TEXT)
                .list();
    }

    @Bean
    RecurringJob remindSchools() {
        return new RecurringJob(
                TASK,
                "Mengingatkan sekolah yang belum menjawab surat",
                Rhythm.daily(AT, organisation.timeZone()),
                this::run);
    }
}
