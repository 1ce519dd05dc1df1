package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.submission.PassingCheck;
import id.dukcapil.portal.submission.SubmissionDetails;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Papers that nobody has looked at. Whoever passes a single request is asked on the screen; among several at once there is
 * no place to ask, so such a request stays.
 */
@Component
class UnopenedPapersCheck implements PassingCheck {

    private final Openings openings;

    UnopenedPapersCheck(Openings openings) {
        this.openings = openings;
    }

    @Override
    public List<Finding> findings(SubmissionDetails submission) {
        return List.of();
    }

    @Override
    public List<Finding> findingsTogether(SubmissionDetails submission) {
        List<Attachment> unopened = openings.lacking(submission);
        return unopened.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        "attachments",
                        "Lampiran wajib belum Anda buka: %s."
                                .formatted(unopened.stream()
                                        .map(paper -> paper.kind().label())
                                        .collect(Collectors.joining("; ")))));
    }
}
