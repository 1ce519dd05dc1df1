package id.dukcapil.portal.documents.upload;

import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Watches a PDF go by and refuses it at the first name that makes it act, carry other files or keep its content secret.
 * It looks at every byte, not only at what one reader would follow: another reader may find what this one does not.
 */
final class HarmfulNames extends OutputStream {

    static final String ACTS =
            "PDF ini berisi skrip atau perintah yang dijalankan saat dibuka. Cetak ulang sebagai PDF biasa lalu unggah lagi.";
    private static final String CARRIES =
            "PDF ini membawa berkas atau media lain di dalamnya. Unggah setiap dokumen sendiri-sendiri sebagai PDF biasa.";
    private static final String SECRET = "PDF ini terkunci atau memakai kata sandi. Unggah PDF tanpa kata sandi.";

    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("JavaScript", ACTS),
            Map.entry("Launch", ACTS),
            Map.entry("SubmitForm", ACTS),
            Map.entry("ImportData", ACTS),
            Map.entry("Rendition", ACTS),
            Map.entry("EmbeddedFile", CARRIES),
            Map.entry("EmbeddedFiles", CARRIES),
            Map.entry("FileAttachment", CARRIES),
            Map.entry("RichMedia", CARRIES),
            Map.entry("Encrypt", SECRET));

    /** Longer ones are none of these. */
    private static final int LONGEST = 24;

    private final Map<String, String> refused;
    private final StringBuilder name = new StringBuilder();
    private boolean inName;
    private int escape = -1;
    private int escapedDigits;

    HarmfulNames() {
        this(REFUSED);
    }

    /** @param refused names, each with the sentence of its refusal */
    HarmfulNames(Map<String, String> refused) {
        this.refused = refused;
    }

    @Override
    public void write(int value) {
        int sign = value & 0xFF;
        if (sign == '/') {
            judge();
            inName = true;
        } else if (inName) {
            add(sign);
        }
    }

    private void add(int sign) {
        if (isEndOfName(sign)) {
            judge();
        } else if (sign == '#') {
            escape = 0;
            escapedDigits = 0;
        } else if (escape >= 0) {
            addEscaped(sign);
        } else {
            append((char) sign);
        }
    }

    /** {@code #4A} is another way to write J. */
    private void addEscaped(int sign) {
        int digit = Character.digit(sign, 16);
        if (digit < 0) {
            reset();
            return;
        }
        escape = escape * 16 + digit;
        escapedDigits++;
        if (escapedDigits == 2) {
            append((char) escape);
            escape = -1;
        }
    }

    private void append(char letter) {
        name.append(letter);
        if (name.length() > LONGEST) {
            reset();
        }
    }

    private void judge() {
        @Nullable String refusal = inName ? refused.get(name.toString()) : null;
        reset();
        if (refusal != null) {
            throw new UnacceptableFile(refusal);
        }
    }

    private void reset() {
        name.setLength(0);
        inName = false;
        escape = -1;
    }

    private static boolean isEndOfName(int sign) {
        return sign <= ' ' || "()<>[]{}/%".indexOf(sign) >= 0;
    }

    @Override
    public void close() {
        judge();
    }
}
