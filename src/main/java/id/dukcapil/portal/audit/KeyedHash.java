package id.dukcapil.portal.audit;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under a key of 256 bits in a file of its own, which is made at the first start. */
final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    /** Ready to work under the key, and copied for each use: to find an algorithm and take in a key costs as much again. */
    private final Mac keyed;

    KeyedHash(Secrets secrets, String file) {
        String encoded = secrets.readOrCreate(file, KeyedHash::randomKey);
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(Base64.getDecoder().decode(encoded.strip()), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String randomKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    byte[] of(byte[] content) {
        try {
            return ((Mac) keyed.clone()).doFinal(content);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
