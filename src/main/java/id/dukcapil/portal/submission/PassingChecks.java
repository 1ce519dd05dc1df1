package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks everybody who has something to look at before a request passes on. */
@Component
class PassingChecks {

    private final List<PassingCheck> checks;

    PassingChecks(List<PassingCheck> checks) {
        this.checks = checks;
    }

    /**
     * @param despite why it passes although there are warnings, in the words of who passes it; null as long as nothing was
     *     said
     * @return what is said with the move: the warnings and the reason, or nothing where nothing was found
     * @throws InvalidInput when something forbids it, or with the warnings that nobody has answered
     */
    Submission.Words accepted(SubmissionDetails submission, @Nullable String despite) {
        List<Finding> findings = findings(submission);
        refuse(findings.stream().filter(Finding::isError).toList());
        if (findings.isEmpty()) {
            return Submission.Words.NONE;
        }
        if (despite == null) {
            throw new InvalidInput(findings);
        }
        String found = findings.stream().map(Finding::message).collect(Collectors.joining(" "));
        return Submission.Words.of(despite).after(found);
    }

    /** @throws InvalidInput when there is anything at all that a person should look at first */
    void requireNoFindings(SubmissionDetails submission) {
        refuse(checks.stream()
                .flatMap(check -> check.findingsTogether(submission).stream())
                .toList());
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
