package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret an outside system shows. It is known in clear only while it is issued and while it is presented; a plain
 * SHA-256 suffices for storing because issued keys hold 256 random bits and cannot be guessed from a dictionary.
 */
record ApiKey(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 32;
    private static final int LONGEST_PREFIX = 8;

    static ApiKey random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new ApiKey("dkp_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Enough to tell keys apart, too little to use one. */
    String prefix() {
        return text.substring(0, Math.min(LONGEST_PREFIX, text.length() / 2));
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }
}
