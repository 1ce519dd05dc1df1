package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.delivery.ReleaseDetails;
import id.dukcapil.portal.delivery.ReleaseEvent.ReleaseMoved;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What became of QR code and PIN (SOP Bandung 31/2023, steps 9 and 10), as far as the request has to know. */
@Component
class ReleaseFollowing {

    private final Submissions submissions;
    private final CaseCommands cases;

    ReleaseFollowing(Submissions submissions, CaseCommands cases) {
        this.submissions = submissions;
        this.cases = cases;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(ReleaseMoved moved) {
        ReleaseDetails release = moved.release();
        if (!release.kind().equals(SignedCards.CASE)) {
            return;
        }
        switch (moved.step().action()) {
            case SEND -> move(moved, SubmissionStatus.DELIVERED, Submission::deliver);
            case BOUNCE -> move(moved, SubmissionStatus.SIGNED, (request, by) -> request.miss(reason(moved), by));
            case REISSUE -> {
                boolean inHand = !release.awaitsLetter();
                move(
                        moved,
                        inHand ? SubmissionStatus.DELIVERED : SubmissionStatus.SIGNED,
                        (request, by) -> request.reissue(inHand, by));
            }
            case PRINT -> move(moved, SubmissionStatus.PRINTED, Submission::print);
            case EXPIRE -> move(moved, SubmissionStatus.NOT_COLLECTED, Submission::expire);
            case REVOKE -> move(moved, SubmissionStatus.REVOKED, (request, by) -> request.revoke(reason(moved), by));
            // A request does not move by them: a kiosk that is at work, jams, or is given a wrong PIN
            case ISSUE, OPEN, FAIL, LOCK -> {}
        }
    }

    /** A request that has gone further by itself, or has ended, is left alone. */
    private void move(ReleaseMoved moved, SubmissionStatus next, BiConsumer<Submission, ActedBy> verb) {
        cases.follow(() -> submissions.lockByNumber(moved.release().reference()), request -> {
            if (request.status().canBecome(next)) {
                verb.accept(request, by(moved.step()));
            }
        });
    }

    /** Without an id: who works on the delivery is none of the three people of the request. */
    private static ActedBy by(StepTaken<?, ?> step) {
        return new ActedBy(new Actor(step.actorKind(), null, step.actor()), step.role(), step.at());
    }

    private static String reason(ReleaseMoved moved) {
        return Objects.requireNonNullElse(moved.step().reason(), "");
    }
}
