package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.submission.SubmissionEvent.SubmissionMoved;
import id.dukcapil.portal.submission.SubmissionEvent.SubmissionReceived;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the audit trail what happened to requests. */
@Component
class SubmissionAudit {

    private static final String REQUEST = "Permohonan KK";

    @EventListener
    AuditEvent tell(SubmissionEvent event) {
        SubmissionDetails submission = event.submission();
        SubmissionDetails.Event step = submission.history().getLast();
        AuditEvent told = AuditEvent.of(
                        REQUEST, submission.number().value(), step.action().label())
                .about(submission.applicant().nik())
                .at(submission.office())
                .changing("Status", label(step.from()), step.to().label());
        if (SubmissionMails.template(step.action()).isPresent()) {
            told = told.changing("Surat", null, letter(submission));
        }
        return switch (event) {
            case SubmissionReceived received ->
                told.changing("Alasan", null, submission.reasonCode())
                        .changing("Asal", null, submission.origin().label());
            case SubmissionMoved moved ->
                told.changing("Dasar hukum", null, step.legalBasis()).because(step.reason());
        };
    }

    @EventListener
    AuditEvent tell(ApplicantReminded reminded) {
        SubmissionDetails submission = reminded.submission();
        return AuditEvent.of(REQUEST, submission.number().value(), "Pemohon diingatkan")
                .about(submission.applicant().nik())
                .at(submission.office())
                .changing("Surat", null, letter(submission));
    }

    /** That nobody could be told has to be found again, when the applicant says so. */
    private static @Nullable String letter(SubmissionDetails submission) {
        return submission.applicant().email() == null ? "tidak dikirim, tanpa alamat e-mail" : null;
    }

    @EventListener
    AuditEvent tell(ClaimLost claim) {
        SubmissionDetails submission = claim.submission();
        SubmissionDetails.Holding now = submission.holding();
        String how = claim.reason() == ClaimLost.Reason.TAKEN_OVER ? "Diambil alih" : "Dilepas karena waktunya habis";
        return AuditEvent.of(REQUEST, submission.number().value(), how)
                .about(submission.applicant().nik())
                .at(submission.office())
                .changing("Dikerjakan oleh", claim.lost().name(), now == null ? null : now.name());
    }

    private static @Nullable String label(@Nullable SubmissionStatus status) {
        return status == null ? null : status.label();
    }
}
