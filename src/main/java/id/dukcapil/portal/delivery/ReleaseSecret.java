package id.dukcapil.portal.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/** QR code and PIN in clear: while they are made, while the letter with them is written, and nowhere else. */
record ReleaseSecret(ReleaseCode code, Pin pin) {

    static ReleaseSecret random() {
        return new ReleaseSecret(ReleaseCode.random(), Pin.random());
    }

    /**
     * What the QR code of a release says: 26 signs of Crockford's base 32, 130 random bits, without the letters that are
     * mistaken for digits; it can be typed where a scanner fails. It stands for nothing else, neither a person nor an address.
     *
     * <p>In the database lies its SHA-256 only. A fast hash is enough to look it up by: nobody finds 130 random bits by
     * trying, so whoever reads the database has no code to show.
     */
    record ReleaseCode(String text) {

        private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        private static final int LENGTH = 26;
        private static final SecureRandom RANDOM = new SecureRandom();

        static ReleaseCode random() {
            var text = new StringBuilder(LENGTH);
            RANDOM.ints(LENGTH, 0, SIGNS.length()).forEach(sign -> text.append(SIGNS.charAt(sign)));
            return new ReleaseCode(text.toString());
        }

        /** As it was scanned or typed; something that cannot be a code becomes one that nobody has. */
        static ReleaseCode read(String shown) {
            return new ReleaseCode(shown.replaceAll("[\\s-]", "")
                    .toUpperCase(Locale.ROOT)
                    .replace('O', '0')
                    .replace('I', '1')
                    .replace('L', '1'));
        }

        byte[] hash() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }

        /** In groups, for whoever has to type it. */
        String grouped() {
            return text.replaceAll("(.{5})(?=.)", "$1-");
        }

        @Override
        public String toString() {
            return "ReleaseCode[…]";
        }
    }

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
}
