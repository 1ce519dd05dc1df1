package id.dukcapil.portal.delivery;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Six digits that only the owner of the document knows. */
record Pin(String digits) {

    private static final Pattern FORM = Pattern.compile("\\d{6}");
    private static final int BOUND = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    Pin {
        if (!isOne(digits)) {
            throw new IllegalArgumentException("A PIN has six digits");
        }
    }

    static Pin random() {
        return new Pin("%06d".formatted(RANDOM.nextInt(BOUND)));
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "Pin[••••••]";
    }
}
