package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.procedure.CaseEvent;

/** The applicant has been told once more what is missing. Published inside the transaction in which that is noted. */
public record ApplicantReminded(SubmissionDetails submission) implements CaseEvent {

    @Override
    public AuditEvent audit() {
        return SubmissionEvent.about(
                        submission,
                        AuditEvent.of(
                                SubmissionEvent.RECORD, submission.number().value(), "Pemohon diingatkan"))
                .changing("Surat", null, SubmissionEvent.letter(submission));
    }
}
