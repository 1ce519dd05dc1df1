package id.dukcapil.portal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final RetryPolicy policy = new RetryPolicy(
            new MailSettings.Retry(
                    Duration.ofMinutes(1), Duration.ofHours(4), 16, Duration.ofDays(3), Duration.ofSeconds(30)),
            new Random(1));

    private static ClaimedMail mail(int attempt, Instant since) {
        return new ClaimedMail(
                new MailId(UUID.randomUUID()),
                UUID.randomUUID(),
                NOW,
                "x@y",
                attempt,
                since,
                MailWorld.cancellation("siti@contoh.id", "X"));
    }

    private Duration pause(int attempt) {
        return Duration.between(NOW, policy.next(mail(attempt, NOW), NOW).orElseThrow());
    }

    @Test
    void pausesDoubleUpToALimitAndAreNotAllTheSame() {
        assertThat(pause(1)).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
        assertThat(pause(4)).isBetween(Duration.ofSeconds(8 * 48), Duration.ofSeconds(8 * 72));
        assertThat(pause(15)).isBetween(Duration.ofMinutes(192), Duration.ofMinutes(288));
        assertThat(pause(3)).isNotEqualTo(pause(3));
    }

    @Test
    void itEndsAfterEnoughAttemptsOrEnoughTime() {
        assertThat(policy.next(mail(16, NOW), NOW)).isEmpty();
        assertThat(policy.next(mail(2, NOW.minus(Duration.ofDays(3))), NOW)).isEmpty();
        assertThat(policy.next(mail(15, NOW.minus(Duration.ofDays(2))), NOW)).isPresent();
    }

    @Test
    void aClockThatWentBackEndsNothing() {
        assertThat(policy.next(mail(1, NOW.plus(Duration.ofHours(1))), NOW)).isPresent();
    }
}
