package id.dukcapil.portal.submission;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import id.dukcapil.portal.common.BackgroundJob;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.submission.SubmissionEvent.SubmissionMoved;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reminds applicants who have not brought what is missing, and lets their requests lapse when their time is over. Each
 * request is its own transaction, and running again does nothing twice.
 */
@Component
class ApplicantsTime {

    private static final String TASK = "submission-applicants-time";
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final int AT_ONCE = 500;

    private static final RowMapper<UUID> ID = (row, number) -> row.getObject("id", UUID.class);

    private final Submissions submissions;
    private final SubmissionSettings settings;
    private final JdbcClient jdbc;
    private final Retry retry;
    private final ActingSystem acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApplicantsTime(
            Submissions submissions,
            SubmissionSettings settings,
            JdbcClient jdbc,
            Retry retry,
            ActingSystem acting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.submissions = submissions;
        this.settings = settings;
        this.jdbc = jdbc;
        this.retry = retry;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    void run() {
        acting.with(Set.of(Permission.SUBMISSION_READ), this::remindAndLapse);
    }

    private void remindAndLapse() {
        Instant now = clock.instant();
        Instant reminding = now.plus(Duration.ofDays(settings.completeWithinDays() - settings.remindAfterDays()));
        due("complete_by < :moment", now).forEach(id -> once(id, now, this::lapse));
        due("complete_by < :moment AND reminded_at IS NULL", reminding).forEach(id -> once(id, now, this::remind));
    }

    private List<UUID> due(String condition, Instant moment) {
        return jdbc.sql("SELECT id FROM submission_request WHERE status = 'RETURNED_TO_APPLICANT' AND " + condition
                        + " ORDER BY complete_by LIMIT :limit")
                .param("moment", UtcDateTime.of(moment))
                .param("limit", AT_ONCE)
                .query(ID)
                .list();
    }

    /** Whoever has completed or cancelled it since then, or works on it now, was faster. */
    private void once(UUID id, Instant now, BiPredicate<Submission, Instant> act) {
        retry.inTransaction(() -> submissions
                .lockUnlessLocked(id)
                .filter(submission -> submission.status() == SubmissionStatus.RETURNED_TO_APPLICANT)
                .filter(submission -> act.test(submission, now))
                .isPresent());
    }

    private boolean lapse(Submission submission, Instant now) {
        if (!submission.isOverdueAt(now)) {
            return false;
        }
        submission.lapse(now);
        submissions.flush();
        events.publishEvent(new SubmissionMoved(submission.details(now)));
        return true;
    }

    private boolean remind(Submission submission, Instant now) {
        if (submission.isReminded() || submission.isOverdueAt(now)) {
            return false;
        }
        submission.remind(now);
        submissions.flush();
        events.publishEvent(new ApplicantReminded(submission.details(now)));
        return true;
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> watchApplicantsTime(ApplicantsTime time) {
            return Tasks.recurring(TASK, Schedules.fixedDelay(EVERY)).execute((task, context) -> time.run());
        }

        @Bean
        BackgroundJob watchApplicantsTimeJob() {
            return new BackgroundJob(
                    TASK,
                    "Mengingatkan pemohon dan menggugurkan permohonan yang tidak dilengkapi",
                    "setiap %d menit".formatted(EVERY.toMinutes()),
                    true);
        }
    }
}
