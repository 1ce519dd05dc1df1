package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Finding;
import java.util.List;

/** The answer to a request handed in. A refusal is an ordinary answer, not an error. */
public sealed interface SubmissionDecision {

    /** @param warnings for the clerk at the counter to look at */
    record Accepted(SubmissionDetails submission, List<Finding> warnings) implements SubmissionDecision {

        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /** @param message in words for the applicant */
    record Refused(Kind kind, String message) implements SubmissionDecision {}

    /** Why a request was not taken in. */
    enum Kind {
        /** The person may not ask for this family's card. */
        NOT_ELIGIBLE,
        /** The family's request with the same reason is not finished. */
        DUPLICATE
    }
}
