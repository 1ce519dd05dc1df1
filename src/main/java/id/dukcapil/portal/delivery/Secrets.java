package id.dukcapil.portal.delivery;

import id.dukcapil.portal.delivery.ReleaseSecret.Pin;
import id.dukcapil.portal.delivery.ReleaseSecret.ReleaseCode;
import id.dukcapil.portal.staff.signin.SealingKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps what a QR code and a PIN can be checked by, and the two themselves, sealed, until their letter has left.
 *
 * <p>The PIN is hashed together with the code, and with the key of the portal: of a million PINs each could be tried at
 * leisure against a stolen database, but neither the code's 130 random bits nor the key are in it. So the hash need not be
 * slow, and hundreds of releases can be issued behind a batch of signatures.
 */
@Component
class Secrets {

    private static final String PURPOSE = "delivery-letter";
    private static final String CHECK = "delivery-check";
    private static final String DIVIDER = " ";

    private final SealingKey key;
    private final String nobodys;

    Secrets(SealingKey key) {
        this.key = key;
        this.nobodys = hash(ReleaseSecret.random());
    }

    String hash(ReleaseSecret secret) {
        return hash(secret.code(), secret.pin());
    }

    boolean matches(ReleaseCode code, Pin pin, String hash) {
        return MessageDigest.isEqual(
                hash(code, pin).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    private String hash(ReleaseCode code, Pin pin) {
        return HexFormat.of().formatHex(key.sign(CHECK, together(code, pin)));
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
