package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.procedure.CaseEvent;
import id.dukcapil.portal.common.procedure.ProcedureDefinition;
import id.dukcapil.portal.submission.SubmissionDetails.Event;
import org.jspecify.annotations.Nullable;

/** What happened to requests, published inside the transaction in which it happened. */
public sealed interface SubmissionEvent extends CaseEvent {

    ProcedureDefinition PROCEDURE = new ProcedureDefinition("bandung-31-2023");

    SubmissionDetails submission();

    default Event step() {
        return submission().history().getLast();
    }

    @Override
    default Object clock() {
        Event step = step();
        return PROCEDURE.moved(
                submission().id().value(),
                submission().number().value(),
                submission().office(),
                step.from(),
                step.to(),
                step.at(),
                actor());
    }

    private Actor actor() {
        Actor.Kind kind = switch (step().desk()) {
            case PORTAL -> Actor.Kind.SYSTEM;
            case APPLICANT -> Actor.Kind.CHANNEL;
            case OPERATOR, VERIFIER, SIGNATORY -> Actor.Kind.STAFF;
        };
        return new Actor(kind, step().actorId(), step().actor());
    }

    private AuditEvent told() {
        AuditEvent told = about(
                submission(), step().step().told(RECORD, submission().number().value()));
        return SubmissionMails.template(step().action()).isPresent()
                ? told.changing("Surat", null, letter(submission()))
                : told;
    }

    /** Of the audit trail. */
    String RECORD = "Permohonan KK";

    static AuditEvent about(SubmissionDetails submission, AuditEvent told) {
        return told.about(submission.applicant().nik()).at(submission.office());
    }

    /** That nobody could be told has to be found again, when the applicant says so. */
    static @Nullable String letter(SubmissionDetails submission) {
        return submission.applicant().email() == null ? "tidak dikirim, tanpa alamat e-mail" : null;
    }

    record SubmissionReceived(SubmissionDetails submission) implements SubmissionEvent {

        @Override
        public AuditEvent audit() {
            return ((SubmissionEvent) this)
                    .told()
                    .changing("Alasan", null, submission.reasonCode())
                    .changing("Asal", null, submission.origin().label());
        }

        @Override
        public StaffNotice notice() {
            return DeskNotices.received(submission);
        }
    }

    /** The last entry of the history tells from where to where, by whom, when and why. */
    record SubmissionMoved(SubmissionDetails submission) implements SubmissionEvent {

        @Override
        public AuditEvent audit() {
            return ((SubmissionEvent) this)
                    .told()
                    .changing("Dasar hukum", null, step().legalBasis())
                    .because(step().reason());
        }

        @Override
        public Object clock() {
            return isTakenBack()
                    ? PROCEDURE.takenBack(
                            submission.id().value(),
                            submission.number().value(),
                            submission.office(),
                            step().to(),
                            step().at())
                    : SubmissionEvent.super.clock();
        }

        @Override
        public @Nullable Object notice() {
            return isTakenBack() ? DeskNotices.withdrawn(submission) : DeskNotices.moved(submission);
        }

        private boolean isTakenBack() {
            return step().action() == SubmissionAction.TAKE_BACK;
        }
    }
}
