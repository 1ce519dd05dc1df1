package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.common.procedure.Claim;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What operators and verifiers have to look at, reason by reason, and who has looked (SOP Bandung 31/2023, steps 6 and 7). */
@Service
@PreAuthorize("hasAnyAuthority('SUBMISSION_CHECK', 'SUBMISSION_VERIFY')")
public class Checklists {

    private final Submissions submissions;
    private final Ticks ticks;
    private final CaseCommands cases;
    private final StaffedDesks desks;

    Checklists(Submissions submissions, Ticks ticks, CaseCommands cases, StaffedDesks desks) {
        this.submissions = submissions;
        this.ticks = ticks;
        this.cases = cases;
        this.desks = desks;
    }

    /** The list of the lane in which the request lies; without items for one that lies in no lane. */
    @PreAuthorize("hasAuthority('SUBMISSION_READ')")
    @Transactional(readOnly = true)
    public Optional<Checklist> of(SubmissionNumber number) {
        return submissions
                .findByNumber(number.value())
                .filter(submission -> submission.isWithinReachOf(cases.party()))
                .map(submission -> ticks.of(submission.details(cases.actor().at())));
    }

    /**
     * Somebody who works in that lane has looked at it.
     *
     * @return nothing when there is no such request within reach
     * @throws IllegalArgumentException when the list has no such item
     * @throws HeldBySomebodyElse naming the holder and the way out
     */
    @Transactional
    public Optional<Checklist> tick(SubmissionNumber number, String item) {
        return change(number, (submission, by) -> {
            boolean listed = ticks.of(submission).items().stream()
                    .anyMatch(line -> line.code().equals(item));
            if (!listed) {
                throw new IllegalArgumentException("The checklist has no such item");
            }
            ticks.tick(submission, item, by);
        });
    }

    /** It has to be looked at again after all. */
    @Transactional
    public Optional<Checklist> untick(SubmissionNumber number, String item) {
        return change(number, (submission, by) -> ticks.untick(submission, item));
    }

    private Optional<Checklist> change(SubmissionNumber number, BiConsumer<SubmissionDetails, ActedBy> verb) {
        return cases.within(() -> submissions.lockByNumber(number.value())).map(submission -> {
            ActedBy by = cases.actor();
            SubmissionDetails details = submission.details(by.at());
            requireOwnWork(details, by);
            verb.accept(details, by);
            return ticks.of(details);
        });
    }

    private void requireOwnWork(SubmissionDetails submission, ActedBy by) {
        if (!submission.status().canBeHeld()) {
            throw new AccessDeniedException("The request lies in no lane in which anything is ticked");
        }
        desks.require(submission.status().desk());
        Claim.Holding holding = submission.holding();
        if (holding != null && !holding.holder().value().equals(by.actor().id())) {
            throw new HeldBySomebodyElse(submission.number(), holding.name());
        }
    }
}
