package id.dukcapil.portal.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a mail that could not be handed over is tried again: pauses that double, give or take a fifth, so that what
 * failed together does not come back together.
 */
final class RetryPolicy {

    private static final double SPREAD = 0.2;
    private static final int DOUBLINGS = 30;

    private final MailSettings.Retry settings;
    private final RandomGenerator random;

    RetryPolicy(MailSettings.Retry settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /** @return nothing when it has been tried often or long enough */
    Optional<Instant> next(ClaimedMail mail, Instant now) {
        boolean triedEnough = mail.attempt() >= settings.attempts()
                || Duration.between(mail.roundStartedAt(), now).compareTo(settings.giveUpAfter()) >= 0;
        return triedEnough ? Optional.empty() : Optional.of(now.plus(pauseAfter(mail.attempt())));
    }

    private Duration pauseAfter(int attempt) {
        double doubled = settings.first().toMillis() * Math.pow(2, Math.min(attempt - 1, DOUBLINGS));
        double pause = Math.min(doubled, settings.longest().toMillis());
        return Duration.ofMillis(Math.round(pause * (1 - SPREAD + 2 * SPREAD * random.nextDouble())));
    }
}
