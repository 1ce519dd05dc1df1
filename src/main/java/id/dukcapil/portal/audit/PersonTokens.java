package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.Nik;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands in for a resident in the trail: a keyed hash of the NIK. A NIK has so little entropy that a plain hash could be
 * undone by trying all of them; the key lies outside the database and is needed for that.
 */
final class PersonTokens {

    /** Half of an HMAC-SHA256: 128 bits are plenty to tell residents apart. */
    private static final int LENGTH = 16;

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{" + 2 * LENGTH + "}");
    private static final String ALGORITHM = "HmacSHA256";
    private static final String FILE = "audit-person.key";

    /** Ready to work under the key, and copied for each NIK: to find an algorithm and take in a key costs as much again. */
    private final Mac keyed;

    PersonTokens(Secrets secrets) {
        String encoded = secrets.readOrCreate(FILE, PersonTokens::randomKey);
        keyed = keyed(new SecretKeySpec(Base64.getDecoder().decode(encoded.strip()), ALGORITHM));
    }

    private static Mac keyed(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String randomKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    /** Always the same 32 characters for the same NIK. */
    String of(Nik nik) {
        try {
            Mac mac = (Mac) keyed.clone();
            byte[] digest = mac.doFinal(nik.value().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, LENGTH);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }
}
