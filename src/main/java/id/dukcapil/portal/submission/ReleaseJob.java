package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.platform.JobQueue;
import id.dukcapil.portal.platform.OneOffJob;
import id.dukcapil.portal.staff.ActingSystem;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Releases each signed Kartu Keluarga soon after its signature is committed, together with others that wait. That does not
 * hold up the batch that signs, and a release that fails does not undo a signature.
 */
@Component
class ReleaseJob extends OneOffJob {

    private static final int ALONG = 47;
    private static final int ATTEMPTS = 500;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(ReleaseJob.class);

    private final SignedCards cards;
    private final ActingSystem system;

    ReleaseJob(SignedCards cards, ActingSystem system, JobQueue queue, Clock clock) {
        super(
                "submission-release",
                "Menerbitkan QR dan PIN Kartu Keluarga",
                "segera setelah ditandatangani",
                ATTEMPTS,
                PAUSE,
                queue,
                clock);
        this.cards = cards;
        this.system = system;
    }

    /** In the transaction in which it was signed. */
    void schedule(SubmissionNumber number) {
        schedule(number.value());
    }

    @Override
    protected Optional<Duration> carryOut(String work, BooleanSupplier stopAsked) {
        var number = new SubmissionNumber(work);
        system.with(Set.of(Permission.RELEASE_ISSUE), () -> releaseWithOthers(number));
        return OVER;
    }

    /** Behind a batch hundreds wait, and together they cost the database little more than one. */
    private void releaseWithOthers(SubmissionNumber number) {
        try {
            cards.release(
                    number,
                    () -> takeAlong(ALONG).stream().map(SubmissionNumber::new).toList());
        } catch (RuntimeException trouble) {
            log.warn("{} is released alone, because one of those with it cannot be: {}", number, trouble.toString());
            cards.release(number);
        }
    }

    @Override
    protected void giveUp(String work, Throwable cause) {
        log.error("The Kartu Keluarga of {} is signed and cannot be released: {}", work, Masking.stackTrace(cause));
    }
}
