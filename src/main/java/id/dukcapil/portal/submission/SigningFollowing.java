package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.delivery.Releases;
import id.dukcapil.portal.signing.SigningEvent;
import id.dukcapil.portal.signing.SigningEvent.DocumentFacts;
import id.dukcapil.portal.signing.SigningEvent.DocumentRefused;
import id.dukcapil.portal.signing.SigningEvent.DocumentRevoked;
import id.dukcapil.portal.signing.SigningEvent.DocumentSigned;
import id.dukcapil.portal.signing.SigningEvent.DocumentSuperseded;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of the Kartu Keluarga that were to be signed (SOP Bandung 31/2023, step 8), in the transaction in which it
 * happened. A signed one is released afterwards; one that is void or has been replaced is not printed any more.
 */
@Component
class SigningFollowing {

    private static final String REPLACED = "Digantikan Kartu Keluarga yang lebih baru";

    private final Submissions submissions;
    private final CaseCommands cases;
    private final ReleaseJob releaseJob;
    private final Releases releases;

    SigningFollowing(Submissions submissions, CaseCommands cases, ReleaseJob releaseJob, Releases releases) {
        this.submissions = submissions;
        this.cases = cases;
        this.releaseJob = releaseJob;
        this.releases = releases;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(SigningEvent event) {
        DocumentFacts document = event.document();
        if (!document.kind().equals(SignedCards.KIND)) {
            return;
        }
        var number = new SubmissionNumber(document.reference());
        switch (event) {
            case DocumentSigned signed -> {
                move(number, request -> request.sign(by(signed)));
                releaseJob.schedule(number);
            }
            case DocumentRefused refused ->
                move(number, request -> request.returnToVerifier(refused.reason(), cases.actor()));
            case DocumentRevoked revoked -> withdraw(number, revoked.reason());
            case DocumentSuperseded superseded -> withdraw(number, REPLACED);
        }
    }

    private static ActedBy by(DocumentSigned signed) {
        return new ActedBy(
                new Actor(
                        Actor.Kind.STAFF,
                        signed.signer().value(),
                        signed.lines().fullName()),
                signed.lines().title(),
                signed.document().at());
    }

    private void move(SubmissionNumber number, Consumer<Submission> verb) {
        cases.follow(() -> submissions.lockByNumber(number.value()), verb);
    }

    private void withdraw(SubmissionNumber number, String why) {
        move(number, request -> {
            if (request.status().canBecome(SubmissionStatus.REVOKED)) {
                request.revoke(why, cases.actor());
            }
        });
        releases.withdraw(SignedCards.CASE, number.value(), why);
    }
}
