package id.dukcapil.portal.submission;

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
    private final Actors actors;
    private final Passing passing;
    private final Batch batch;

    SubmissionPassing(SubmissionDesk desk, Submissions submissions, Actors actors, Passing passing, Batch batch) {
        this.desk = desk;
        this.submissions = submissions;
        this.actors = actors;
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
        return submissions
                .lockByNumber(seen.number().value())
                .filter(actors::maySee)
                .flatMap(submission -> {
                    actors.requireDesk(submission.status().desk());
                    passing.requireNoFindings(submission.details(actors.now().at()));
                    return submission.status().desk() == Desk.VERIFIER
                            ? desk.verify(seen.number(), seen.version())
                            : desk.check(seen.number(), seen.version());
                });
    }
}
