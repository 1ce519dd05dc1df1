package id.dukcapil.portal.recording.process;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key to the public page of a recording: ten random characters without 0/O and 1/I/L.
 *
 * @param value in the form {@code 7K3MQ-9QXDT}
 */
public record RecordingCode(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{10}");
    private static final Pattern GROUPING = Pattern.compile("[\\s-]");
    private static final int CHARACTERS = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RecordingCode random() {
        var text = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return grouped(text.toString());
    }

    /** Reads what a person typed; empty when it cannot be a code. */
    public static Optional<RecordingCode> read(String raw) {
        String compact = GROUPING.matcher(raw.toUpperCase(Locale.ROOT)).replaceAll("");
        return FORM.matcher(compact).matches() ? Optional.of(grouped(compact)) : Optional.empty();
    }

    private static RecordingCode grouped(String compact) {
        return new RecordingCode(compact.substring(0, 5) + "-" + compact.substring(5));
    }

    @Override
    public String toString() {
        return value;
    }
}
