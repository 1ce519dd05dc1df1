package id.dukcapil.portal.activation.secrets;

import id.dukcapil.portal.staff.signin.SealingKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * QR codes and activation codes. Both are computed from the activation and the generation with the key of the portal, so
 * the database holds neither them nor anything they could be guessed from.
 */
@Component
public class ActivationSecrets {

    private static final String QR = "activation-qr";
    private static final String CODE = "activation-code";
    private static final int CODES = 1_000_000;
    private static final int MARK_BYTES = 10;
    private static final Pattern FORM = Pattern.compile("IKD:([A-Za-z0-9._-]{1,60}):(\\d{1,6}):([0-9A-F]{20})");

    private final SealingKey key;

    ActivationSecrets(SealingKey key) {
        this.key = key;
    }

    /** A QR code that the portal has given out, perhaps long ago. */
    public record Qr(String number, int generation) {}

    public String qr(String number, int generation) {
        return "IKD:%s:%d:%s".formatted(number, generation, mark(number, generation));
    }

    /** @return empty when the portal never gave out that text */
    public Optional<Qr> read(String scanned) {
        Matcher parts = FORM.matcher(scanned.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var qr = new Qr(parts.group(1), Integer.parseInt(parts.group(2)));
        return same(parts.group(3), mark(qr.number(), qr.generation())) ? Optional.of(qr) : Optional.empty();
    }

    private String mark(String number, int generation) {
        return HexFormat.of().withUpperCase().formatHex(key.sign(QR, number + "/" + generation), 0, MARK_BYTES);
    }

    /** Six digits. */
    public String code(UUID activation, int generation) {
        byte[] signed = key.sign(CODE, activation + "/" + generation);
        return "%06d".formatted(Math.floorMod(ByteBuffer.wrap(signed).getLong(), CODES));
    }

    public boolean isCode(UUID activation, int generation, String typed) {
        return same(code(activation, generation), typed.strip());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
