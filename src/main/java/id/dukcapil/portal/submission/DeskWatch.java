package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks every minute which claims have ended by themselves and which requests are about to be late, and tells whom it
 * concerns. A claim whose time is over holds nobody back before that, either.
 */
@Component
class DeskWatch {

    static final String TASK = "submission-desk-watch";
    private static final Duration EVERY = Duration.ofMinutes(1);

    private static final String NEARLY_LATE =
            """
            status IN (%s)
              AND step_due_at > :now AND step_due_at <= :soon AND (warned_at IS NULL OR warned_at < status_since)""".formatted(CaseStatus.sql(SubmissionStatus.class, SubmissionStatus::isWarned));

    private final Submissions submissions;
    private final SubmissionSettings settings;
    private final JdbcClient jdbc;
    private final RecurringWork work;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeskWatch(
            Submissions submissions,
            SubmissionSettings settings,
            JdbcClient jdbc,
            RecurringWork work,
            ApplicationEventPublisher events,
            Clock clock) {
        this.submissions = submissions;
        this.settings = settings;
        this.jdbc = jdbc;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    void run() {
        Instant now = clock.instant();
        work.rows(TASK, "Melepas permohonan yang ditinggalkan", limit -> found("held_until <= :now", now, limit))
                .each(id -> once(id, submission -> endClaim(submission, now)));
        work.rows(TASK, "Memperingatkan yang hampir terlambat", limit -> found(NEARLY_LATE, now, limit))
                .each(id -> once(id, submission -> warn(submission, now)));
    }

    private List<UUID> found(String condition, Instant now, int limit) {
        return jdbc.sql("SELECT id FROM submission_request WHERE " + condition + " LIMIT :limit")
                .param("soon", UtcDateTime.of(now.plus(settings.warnBefore())))
                .param("now", UtcDateTime.of(now))
                .param("limit", limit)
                .query(OneColumn.ID)
                .list();
    }

    /** What somebody is just working on is looked at again a minute later. */
    private void once(UUID id, Consumer<Submission> act) {
        submissions.lockUnlessLocked(id).ifPresent(act);
    }

    private void endClaim(Submission submission, Instant now) {
        submission.endClaim(now).ifPresent(lost -> {
            submissions.flush();
            events.publishEvent(
                    new ClaimLost(submission.details(now), lost, ClaimLost.Reason.TIME_OVER, Actor.PORTAL.name(), now));
        });
    }

    private void warn(Submission submission, Instant now) {
        int first = jdbc.sql("""
                        UPDATE submission_request SET warned_at = :now
                        WHERE id = :id AND step_due_at > :now AND (warned_at IS NULL OR warned_at < status_since)""")
                .param("now", UtcDateTime.of(now))
                .param("id", submission.id().value())
                .update();
        if (first > 0 && submission.status().canBeHeld()) {
            events.publishEvent(new NearlyLate(submission.details(now)));
        }
    }

    @Bean
    RecurringJob watchDesk() {
        return new RecurringJob(
                TASK,
                "Melepas permohonan yang ditinggalkan dan memperingatkan yang hampir terlambat",
                Rhythm.every(EVERY),
                this::run);
    }
}
