package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.procedure.CaseEvent;
import id.dukcapil.portal.common.procedure.Claim;
import java.time.Instant;

/**
 * Somebody does not hold a request any more without having let it go. Published inside the transaction in which that
 * happened.
 *
 * @param lost what was held, and by whom
 * @param by name of the supervisor who took it; the portal itself when the time was over
 */
public record ClaimLost(SubmissionDetails submission, Claim.Holding lost, Reason reason, String by, Instant at)
        implements CaseEvent {

    public enum Reason {
        TAKEN_OVER,
        TIME_OVER
    }

    @Override
    public AuditEvent audit() {
        Claim.Holding now = submission.holding();
        String how = reason == Reason.TAKEN_OVER ? "Diambil alih" : "Dilepas karena waktunya habis";
        return SubmissionEvent.about(
                        submission,
                        AuditEvent.of(
                                SubmissionEvent.RECORD, submission.number().value(), how))
                .changing("Dikerjakan oleh", lost.name(), now == null ? null : now.name());
    }

    @Override
    public StaffNotice notice() {
        return DeskNotices.claimLost(this);
    }
}
