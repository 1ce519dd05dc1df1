package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.procedure.CaseCommands;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Passes many requests on at once, those in which there is nothing for a person to look at. */
@Service
@PreAuthorize("hasAnyAuthority('SUBMISSION_CHECK', 'SUBMISSION_VERIFY')")
public class SubmissionPassing {

    private final SubmissionDesk desk;
    private final Submissions submissions;
    private final CaseCommands cases;
    private final StaffedDesks desks;
    private final PassingChecks passing;
    private final Batch batch;

    SubmissionPassing(
            SubmissionDesk desk,
            Submissions submissions,
            CaseCommands cases,
            StaffedDesks desks,
            PassingChecks passing,
            Batch batch) {
        this.desk = desk;
        this.submissions = submissions;
        this.cases = cases;
        this.desks = desks;
        this.passing = passing;
        this.batch = batch;
    }

    /**
     * Each one passes from the lane in which it lies to the next, in a transaction of its own; or it stays, and the result
     * says why.
     */
    public List<BatchResult> passAll(List<SeenSubmission> chosen) {
        Batch.requireReasonable(chosen.size());
        return chosen.stream()
                .map(seen -> batch.one(seen.number(), () -> pass(seen)))
                .toList();
    }

    private Optional<SubmissionDetails> pass(SeenSubmission seen) {
        return cases.within(() -> submissions.lockByNumber(seen.number().value()))
                .flatMap(submission -> {
                    desks.require(submission.status().desk());
                    passing.requireNoFindings(submission.details(cases.actor().at()));
                    return submission.status().desk() == Desk.VERIFIER
                            ? desk.verify(seen.number(), seen.version())
                            : desk.check(seen.number(), seen.version());
                });
    }
}
