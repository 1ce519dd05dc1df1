package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.submission.SubmissionEvent.SubmissionMoved;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reminds applicants who have not brought what is missing, and lets their requests lapse when their time is over. Each
 * request is its own transaction, and running again does nothing twice.
 */
@Component
class ApplicantsTime {

    static final String TASK = "submission-applicants-time";
    private static final Duration EVERY = Duration.ofMinutes(15);

    private final Submissions submissions;
    private final SubmissionSettings settings;
    private final JdbcClient jdbc;
    private final RecurringWork work;
    private final ActingSystem acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApplicantsTime(
            Submissions submissions,
            SubmissionSettings settings,
            JdbcClient jdbc,
            RecurringWork work,
            ActingSystem acting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.submissions = submissions;
        this.settings = settings;
        this.jdbc = jdbc;
        this.work = work;
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
        work.rows(TASK, "Menggugurkan permohonan", limit -> due("complete_by < :moment", now, limit))
                .each(id -> once(id, submission -> lapse(submission, now)));
        work.rows(
                        TASK,
                        "Mengingatkan pemohon",
                        limit -> due("complete_by < :moment AND reminded_at IS NULL", reminding, limit))
                .each(id -> once(id, submission -> remind(submission, now)));
    }

    private List<UUID> due(String condition, Instant moment, int limit) {
        return jdbc.sql("SELECT id FROM submission_request WHERE status = 'RETURNED_TO_APPLICANT' AND " + condition
                        + " ORDER BY complete_by LIMIT :limit")
                .param("moment", UtcDateTime.of(moment))
                .param("limit", limit)
                .query(OneColumn.ID)
                .list();
    }

    /** Whoever has completed or cancelled it since then, or works on it now, was faster. */
    private void once(UUID id, Consumer<Submission> act) {
        submissions
                .lockUnlessLocked(id)
                .filter(submission -> submission.status() == SubmissionStatus.RETURNED_TO_APPLICANT)
                .ifPresent(act);
    }

    private void lapse(Submission submission, Instant now) {
        if (submission.isOverdueAt(now)) {
            submission.lapse(now);
            submissions.flush();
            events.publishEvent(new SubmissionMoved(submission.details(now)));
        }
    }

    private void remind(Submission submission, Instant now) {
        if (!submission.isReminded() && !submission.isOverdueAt(now)) {
            submission.remind(now);
            submissions.flush();
            events.publishEvent(new ApplicantReminded(submission.details(now)));
        }
    }

    @Bean
    RecurringJob watchApplicantsTime() {
        return new RecurringJob(
                TASK,
                "Mengingatkan pemohon dan menggugurkan permohonan yang tidak dilengkapi",
                Rhythm.every(EVERY),
                this::run);
    }
}
