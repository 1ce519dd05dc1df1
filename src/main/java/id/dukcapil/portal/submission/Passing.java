package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks everybody who has something to look at before a request passes on. */
@Component
class Passing {

    private final List<PassingCheck> checks;

    Passing(List<PassingCheck> checks) {
        this.checks = checks;
    }

    /** @throws InvalidInput when something forbids it */
    void requirePossible(SubmissionDetails submission) {
        refuse(findings(submission).stream().filter(Finding::isError).toList());
    }

    /** @throws InvalidInput when there is anything at all that a person should look at first */
    void requireNoFindings(SubmissionDetails submission) {
        refuse(findings(submission));
    }

    private List<Finding> findings(SubmissionDetails submission) {
        return checks.stream()
                .flatMap(check -> check.findings(submission).stream())
                .toList();
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
    }
}
