package id.dukcapil.portal.delivery;

import id.dukcapil.portal.staff.signin.SealingKey;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Keeps what a QR code and a PIN can be checked by, and the two themselves, sealed, until their letter has left.
 *
 * <p>The PIN is hashed like a password, slowly and with a salt, and together with the code: of a million PINs each could be
 * tried at leisure against a stolen database, but the code, without which none of them can be, is not in it.
 */
@Component
class Secrets {

    private static final String PURPOSE = "delivery-letter";
    private static final String DIVIDER = " ";

    private final SealingKey key;
    private final PasswordEncoder hashing;
    private final String nobodys;

    Secrets(SealingKey key, PasswordEncoder hashing) {
        this.key = key;
        this.hashing = hashing;
        this.nobodys = hash(ReleaseSecret.random());
    }

    String hash(ReleaseSecret secret) {
        return Objects.requireNonNull(hashing.encode(together(secret.code(), secret.pin())));
    }

    boolean matches(ReleaseCode code, Pin pin, String hash) {
        return hashing.matches(together(code, pin), hash);
    }

    /** The hash of a QR code and PIN that nobody has: to do the same work for a code that is not known. */
    String nobodys() {
        return nobodys;
    }

    byte[] seal(UUID release, int generation, ReleaseSecret secret) {
        return key.seal(
                PURPOSE,
                belongsTo(release, generation),
                together(secret.code(), secret.pin()).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException when it was not sealed for that generation of that release */
    ReleaseSecret open(UUID release, int generation, byte[] sealed) {
        String[] parts = new String(key.open(PURPOSE, belongsTo(release, generation), sealed), StandardCharsets.UTF_8)
                .split(DIVIDER, 2);
        return new ReleaseSecret(new ReleaseCode(parts[0]), new Pin(parts[1]));
    }

    private static String together(ReleaseCode code, Pin pin) {
        return code.text() + DIVIDER + pin.digits();
    }

    private static String belongsTo(UUID release, int generation) {
        return release + "/" + generation;
    }
}
