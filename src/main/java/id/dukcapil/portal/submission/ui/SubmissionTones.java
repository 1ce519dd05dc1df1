package id.dukcapil.portal.submission.ui;

import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.submission.SubmissionStatus;

/** The colours of the statuses. */
final class SubmissionTones {

    private SubmissionTones() {}

    static Tone of(SubmissionStatus status) {
        return switch (status) {
            case SUBMITTED, CHECKED -> Tone.INFO;
            case RETURNED_TO_OPERATOR, RETURNED_TO_VERIFIER, RETURNED_TO_APPLICANT, NOT_COLLECTED -> Tone.WARN;
            case AWAITING_SIGNATURE, SIGNED, DELIVERED, PRINTED -> Tone.OK;
            case REJECTED, REVOKED -> Tone.LATE;
            case CANCELLED, LAPSED -> Tone.NEUTRAL;
        };
    }
}
