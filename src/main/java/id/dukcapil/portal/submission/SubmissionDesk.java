package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.MailHasLeft;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.common.procedure.IllegalMove;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The verbs of operators and verifiers (SOP Bandung 31/2023, steps 6 and 7). Every one of them takes the version that was
 * decided upon, changes a request within reach of the acting one only, and answers nothing when there is none.
 */
@Service
@PreAuthorize("denyAll()")
public class SubmissionDesk {

    private static final String JUDGES = "hasAnyAuthority('SUBMISSION_CHECK', 'SUBMISSION_VERIFY')";

    private final Submissions submissions;
    private final CaseCommands cases;
    private final StaffedDesks desks;
    private final PassingChecks passing;
    private final Times times;
    private final SubmissionSettings settings;

    SubmissionDesk(
            Submissions submissions,
            CaseCommands cases,
            StaffedDesks desks,
            PassingChecks passing,
            Times times,
            SubmissionSettings settings) {
        this.submissions = submissions;
        this.cases = cases;
        this.desks = desks;
        this.passing = passing;
        this.times = times;
        this.settings = settings;
    }

    /** Passes a request in which nothing is found. */
    @PreAuthorize("hasAuthority('SUBMISSION_CHECK')")
    public Optional<SubmissionDetails> check(SubmissionNumber number, long seen) {
        return check(number, seen, null);
    }

    /**
     * @param despite why the request passes although something was found that a person may judge; null for nothing said
     * @throws InvalidInput with errors when it cannot pass; with warnings only when these want a reason
     */
    @PreAuthorize("hasAuthority('SUBMISSION_CHECK')")
    public Optional<SubmissionDetails> check(SubmissionNumber number, long seen, @Nullable String despite) {
        return change(
                number,
                seen,
                (submission, by) -> submission.check(passing.accepted(submission.details(by.at()), despite), by));
    }

    /** Passes a request in which nothing is found. */
    @PreAuthorize("hasAuthority('SUBMISSION_VERIFY')")
    public Optional<SubmissionDetails> verify(SubmissionNumber number, long seen) {
        return verify(number, seen, null);
    }

    /**
     * @param despite why the request passes although something was found that a person may judge; null for nothing said
     * @throws InvalidInput with errors when it cannot pass; with warnings only when these want a reason
     */
    @PreAuthorize("hasAuthority('SUBMISSION_VERIFY')")
    public Optional<SubmissionDetails> verify(SubmissionNumber number, long seen, @Nullable String despite) {
        return change(
                number,
                seen,
                (submission, by) -> submission.verify(passing.accepted(submission.details(by.at()), despite), by));
    }

    @PreAuthorize("hasAuthority('SUBMISSION_VERIFY')")
    public Optional<SubmissionDetails> returnToOperator(SubmissionNumber number, long seen, String why) {
        return change(number, seen, (submission, by) -> submission.returnToOperator(why, by));
    }

    @PreAuthorize(JUDGES)
    public Optional<SubmissionDetails> returnToApplicant(
            SubmissionNumber number, long seen, Shortcomings shortcomings) {
        return change(number, seen, (submission, by) -> {
            requireDesk(submission);
            submission.returnToApplicant(shortcomings, times.completeBy(by.at(), submission.office()), by);
        });
    }

    @PreAuthorize(JUDGES)
    public Optional<SubmissionDetails> reject(SubmissionNumber number, long seen, Rejection rejection) {
        return change(number, seen, (submission, by) -> {
            requireDesk(submission);
            submission.reject(rejection, by);
        });
    }

    /** The applicant has said at the counter that nothing is wanted any more. */
    @PreAuthorize("hasAuthority('SUBMISSION_INTAKE')")
    public Optional<SubmissionDetails> cancel(SubmissionNumber number, long seen, String why) {
        return change(number, seen, (submission, by) -> submission.cancel(why, by));
    }

    /** The applicant has brought to the counter what was missing. */
    @PreAuthorize("hasAuthority('SUBMISSION_INTAKE')")
    public Optional<SubmissionDetails> complete(SubmissionNumber number, long seen) {
        return change(number, seen, Submission::complete);
    }

    /**
     * Takes one's own last decision back, within {@link SubmissionSettings#takeBackFor()} and as long as nobody has acted on
     * it; the request is in one's hands again. A letter about the decision does not leave.
     *
     * @throws CannotBeTakenBack when the decision stands
     * @throws HeldBySomebodyElse when somebody has begun to work on it
     */
    @PreAuthorize(JUDGES)
    public Optional<SubmissionDetails> takeBack(SubmissionNumber number, long seen) {
        try {
            return change(
                    number,
                    seen,
                    (submission, by) -> submission.takeBack(by, settings.takeBackFor(), times.heldUntil(by.at())));
        } catch (DataIntegrityViolationException collision) {
            if (Submissions.isSecondOpenOne(collision)) {
                throw CannotBeTakenBack.askedAgain(number);
            }
            throw collision;
        } catch (IllegalMove inBatch) {
            throw CannotBeTakenBack.beingSigned(number);
        } catch (MailHasLeft told) {
            throw CannotBeTakenBack.told(number);
        }
    }

    private Optional<SubmissionDetails> change(
            SubmissionNumber number, long seen, BiConsumer<Submission, ActedBy> verb) {
        return cases.change(() -> submissions.lockByNumber(number.value()), seen, verb)
                .map(submission -> submission.details(submission.statusSince()));
    }

    private void requireDesk(Submission submission) {
        desks.require(submission.status().desk());
    }
}
