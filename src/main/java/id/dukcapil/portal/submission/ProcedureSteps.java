package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoveTakenBack;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.WaitingFor;
import id.dukcapil.portal.submission.SubmissionEvent.SubmissionMoved;
import id.dukcapil.portal.submission.SubmissionEvent.SubmissionReceived;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says of every move of a request from which row of SOP Bandung 31/2023 to which it went, for whoever measures. */
@Component
class ProcedureSteps {

    static final String PROCEDURE = "bandung-31-2023";

    private static final int CHECKING = 6;
    private static final int VERIFYING = 7;
    private static final int SIGNING = 8;
    private static final int DELIVERING = 9;
    private static final int PRINTING = 10;

    /** The row in which a request lies; none when it is over. */
    static @Nullable Integer step(SubmissionStatus status) {
        return switch (status) {
            // What the applicant completes is checked again, so it waits in that row
            case SUBMITTED, RETURNED_TO_OPERATOR, RETURNED_TO_APPLICANT -> CHECKING;
            case CHECKED, RETURNED_TO_VERIFIER -> VERIFYING;
            case AWAITING_SIGNATURE -> SIGNING;
            case SIGNED -> DELIVERING;
            // Who has not printed in time can have a new QR code and PIN
            case DELIVERED, NOT_COLLECTED -> PRINTING;
            case PRINTED, REVOKED, REJECTED, CANCELLED, LAPSED -> null;
        };
    }

    private static WaitingFor waitingFor(SubmissionStatus status) {
        return switch (status) {
            case SUBMITTED, RETURNED_TO_OPERATOR, CHECKED, RETURNED_TO_VERIFIER, AWAITING_SIGNATURE, SIGNED ->
                WaitingFor.OFFICE;
            case RETURNED_TO_APPLICANT, DELIVERED, NOT_COLLECTED -> WaitingFor.APPLICANT;
            case PRINTED, REVOKED, REJECTED, CANCELLED, LAPSED -> WaitingFor.NOBODY;
        };
    }

    @EventListener
    CaseMoved tell(SubmissionReceived received) {
        return move(received.submission());
    }

    @EventListener
    Object tell(SubmissionMoved moved) {
        SubmissionDetails submission = moved.submission();
        return submission.history().getLast().action() == SubmissionAction.TAKE_BACK
                ? takenBack(submission)
                : move(submission);
    }

    private static CaseMoved move(SubmissionDetails submission) {
        SubmissionDetails.Event step = submission.history().getLast();
        SubmissionStatus from = step.from();
        return new CaseMoved(
                submission.id().value(),
                PROCEDURE,
                submission.number().value(),
                submission.office(),
                from == null ? null : step(from),
                step(step.to()),
                waitingFor(step.to()),
                step.at(),
                actor(step));
    }

    private static CaseMoveTakenBack takenBack(SubmissionDetails submission) {
        SubmissionDetails.Event step = submission.history().getLast();
        return new CaseMoveTakenBack(
                submission.id().value(),
                submission.number().value(),
                submission.office(),
                Objects.requireNonNull(step(step.to())),
                step.at());
    }

    private static Actor actor(SubmissionDetails.Event step) {
        Actor.Kind kind = switch (step.desk()) {
            case PORTAL -> Actor.Kind.SYSTEM;
            case APPLICANT -> Actor.Kind.CHANNEL;
            case OPERATOR, VERIFIER, SIGNATORY -> Actor.Kind.STAFF;
        };
        return new Actor(kind, step.actorId(), step.actor());
    }
}
