package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.submission.SubmissionEvent.SubmissionMoved;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets somebody do something with one request: it is locked, within reach, and everybody who has to know is told in the
 * same transaction. That is done again when the database chose it as the victim of a deadlock.
 */
@Component
class Moves {

    private final Submissions submissions;
    private final Actors actors;
    private final Retry retry;
    private final ApplicationEventPublisher events;

    Moves(Submissions submissions, Actors actors, Retry retry, ApplicationEventPublisher events) {
        this.submissions = submissions;
        this.actors = actors;
        this.retry = retry;
        this.events = events;
    }

    /**
     * @param seen the version that was decided upon
     * @return nothing when no such request is within reach
     * @throws ChangedMeanwhile when it is another by now
     */
    Optional<SubmissionDetails> move(SubmissionNumber number, long seen, BiConsumer<Submission, ActedBy> verb) {
        return move(number, (submission, by) -> {
            requireUnchanged(submission.details(by.at()), seen);
            verb.accept(submission, by);
        });
    }

    /** For those who do not decide upon what they see: the applicant. */
    Optional<SubmissionDetails> move(SubmissionNumber number, BiConsumer<Submission, ActedBy> verb) {
        return retry.inTransaction(() -> submissions
                .lockByNumber(number.value())
                .filter(actors::maySee)
                .map(submission -> {
                    ActedBy by = actors.now();
                    verb.accept(submission, by);
                    submissions.flush();
                    SubmissionDetails moved = submission.details(by.at());
                    events.publishEvent(new SubmissionMoved(moved));
                    return moved;
                }));
    }

    /**
     * For what other rooms have done with it, in their transaction: nobody's reach is asked, and a request whose people are
     * gone is left alone. Nobody is told when the verb did nothing.
     */
    void follow(SubmissionNumber number, Consumer<Submission> verb) {
        retry.inTransaction(() -> submissions.lockByNumber(number.value()).ifPresent(submission -> {
            SubmissionStatus before = submission.status();
            verb.accept(submission);
            if (submission.status() != before) {
                submissions.flush();
                events.publishEvent(new SubmissionMoved(submission.details(submission.statusSince())));
            }
        }));
    }

    private static void requireUnchanged(SubmissionDetails now, long seen) {
        if (now.version() != seen) {
            SubmissionDetails.Event last = now.history().getLast();
            throw new ChangedMeanwhile(
                    "Permohonan %s baru saja diubah oleh %s dan kini berstatus \"%s\". Muat ulang lalu putuskan lagi."
                            .formatted(now.number(), last.actor(), now.status().label()));
        }
    }
}
