package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.common.procedure.Claim;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works on which request. A claim keeps others from deciding meanwhile; it ends with the decision, when it is let go,
 * when a supervisor takes it over, and by itself after a time without work. None of this changes the version of a request.
 */
@Service
@PreAuthorize("hasAnyAuthority('SUBMISSION_CHECK', 'SUBMISSION_VERIFY')")
public class SubmissionClaims {

    private static final int CANDIDATES = 50;
    private static final int ATTEMPTS = 5;

    private final Submissions submissions;
    private final WorkQueue queue;
    private final CaseCommands cases;
    private final StaffedDesks desks;
    private final CurrentStaff currentStaff;
    private final Times times;
    private final Batch batch;

    SubmissionClaims(
            Submissions submissions,
            WorkQueue queue,
            CaseCommands cases,
            StaffedDesks desks,
            CurrentStaff currentStaff,
            Times times,
            Batch batch) {
        this.submissions = submissions;
        this.queue = queue;
        this.cases = cases;
        this.desks = desks;
        this.currentStaff = currentStaff;
        this.times = times;
        this.batch = batch;
    }

    /**
     * Takes a request to work on; who holds it already, holds it longer.
     *
     * @return nothing when there is no such request within reach
     * @throws HeldBySomebodyElse naming the holder and the way out
     * @throws SamePersonTwice when the acting one has worked on it in another lane
     */
    @Transactional
    public Optional<SubmissionDetails> claim(SubmissionNumber number) {
        return change(number, (submission, by) -> {
            desks.require(submission.status().desk());
            submission.claim(by, times.heldUntil(by.at()));
        });
    }

    /** Takes several to work on, and says of each what became of it. */
    public List<BatchResult> claimAll(List<SubmissionNumber> numbers) {
        Batch.requireReasonable(numbers.size());
        return numbers.stream()
                .map(number -> batch.one(number, () -> claim(number)))
                .toList();
    }

    /** Something was done with the request that the acting one holds, so the claim lasts from now; else nothing changes. */
    @Transactional
    public Optional<SubmissionDetails> keep(SubmissionNumber number) {
        return change(number, (submission, by) -> submission.keep(by, times.heldUntil(by.at())));
    }

    /** Lets others have it. */
    @Transactional
    public Optional<SubmissionDetails> release(SubmissionNumber number) {
        return change(number, Submission::release);
    }

    /**
     * Takes a request out of somebody's hands. A supervisor who works in that lane holds it then; for one who does not,
     * it lies in the queue again for everybody.
     */
    @PreAuthorize("hasAuthority('SUBMISSION_TAKE_OVER')")
    @Transactional
    public Optional<SubmissionDetails> takeOver(SubmissionNumber number) {
        return change(number, (submission, by) -> {
            Optional<Claim.Holding> before = submission.holding(by.at());
            if (desks.all().contains(submission.status().desk())) {
                submission.takeOver(by, times.heldUntil(by.at()));
            } else {
                submission.takeAway();
            }
            before.filter(lost -> !lost.holder().value().equals(by.actor().id()))
                    .ifPresent(lost -> cases.tell(new ClaimLost(
                            submission.details(by.at()),
                            lost,
                            ClaimLost.Reason.TAKEN_OVER,
                            by.actor().name(),
                            by.at())));
        });
    }

    /**
     * "Give me the next": claims what is due first in the lanes of the acting one, passing over what somebody holds and
     * what that one has worked on in another lane. Two who ask at once get two different requests.
     *
     * @return nothing when there is nothing left to do
     */
    public Optional<SubmissionDetails> next() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<UUID> candidates = queue.free(
                    reach(),
                    desks.all(),
                    currentStaff.require().id(),
                    cases.actor().at(),
                    CANDIDATES);
            Optional<SubmissionDetails> next = cases.inTransaction(() -> claimFirstOf(candidates));
            if (next.isPresent() || candidates.isEmpty()) {
                return next;
            }
        }
        return Optional.empty();
    }

    private Optional<SubmissionDetails> claimFirstOf(List<UUID> candidates) {
        ActedBy by = cases.actor();
        return candidates.stream()
                .flatMap(id -> submissions.lockUnlessLocked(id).stream())
                .filter(submission -> submission.isFreeFor(by))
                .filter(submission -> desks.all().contains(submission.status().desk()))
                .findFirst()
                .map(submission -> {
                    submission.claim(by, times.heldUntil(by.at()));
                    submissions.flush();
                    return submission.details(by.at());
                });
    }

    private List<OfficeCode> reach() {
        return currentStaff.officesInScope().stream().map(Office::code).toList();
    }

    private Optional<SubmissionDetails> change(SubmissionNumber number, BiConsumer<Submission, ActedBy> verb) {
        return cases.within(() -> submissions.lockByNumber(number.value())).map(submission -> {
            ActedBy by = cases.actor();
            verb.accept(submission, by);
            submissions.flush();
            return submission.details(by.at());
        });
    }
}
