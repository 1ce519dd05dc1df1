package id.dukcapil.portal.signing;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By which a stranger finds a document on the public page: 144 random bits that say nothing about it, in the 24
 * characters of a URL. Printed on the document, so it is given before the document is printed.
 */
public record VerificationCode(String value) {

    private static final int BYTES = 18;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{24}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException when it is none */
    public VerificationCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A verification code has 24 characters of a URL");
        }
    }

    public static VerificationCode random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new VerificationCode(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The code that somebody typed or scanned; nothing when it cannot be one. */
    public static Optional<VerificationCode> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new VerificationCode(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
