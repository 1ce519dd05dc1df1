package id.dukcapil.portal.staff.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts from here for this person: the next one is only looked at after the wait. */
final class TooManyAttempts extends AuthenticationException {

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("Too many attempts");
        this.wait = wait;
    }

    /** In whole seconds, at least one. */
    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** What the person is told. */
    String sentence() {
        return "Terlalu banyak percobaan. Tunggu %s, lalu coba lagi.".formatted(inWords());
    }

    String inWords() {
        return seconds() < 90 ? seconds() + " detik" : (seconds() + 59) / 60 + " menit";
    }
}
