package id.dukcapil.portal.documents.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * A PDF that somebody shows and nobody keeps or passes on. It may carry whatever it likes, as long as looking into it
 * takes a bounded amount of memory and time.
 */
public final class ShownPdf {

    private static final byte[] FIRST = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private ShownPdf() {}

    /** Whether it can be looked into. */
    public enum Condition {
        FIT,
        NO_PDF,
        /** Encrypted, with a password or without one: how large its streams become cannot be told beforehand. */
        LOCKED,
        /** It would unpack to too much, or is packed in a way that ordinary programs do not use. */
        TOO_MUCH
    }

    public static Condition of(byte[] content) {
        if (content.length < FIRST.length || !Arrays.equals(FIRST, Arrays.copyOf(content, FIRST.length))) {
            return Condition.NO_PDF;
        }
        if (refused(() -> watchForEncryption(content))) {
            return Condition.LOCKED;
        }
        return refused(() -> watchForSize(content)) ? Condition.TOO_MUCH : Condition.FIT;
    }

    /** The dictionary that says so is never packed itself. */
    private static void watchForEncryption(byte[] content) {
        try (var names = new HarmfulNames(Map.of("Encrypt", ""))) {
            for (byte sign : content) {
                names.write(sign);
            }
        }
    }

    /** Programs that sign put the parameters of a picture into an object of its own, so rows are looked for everywhere. */
    private static void watchForSize(byte[] content) {
        new RowLengths().write(content, 0, content.length);
        new PdfStreams(content, RowLengths::new, true).check();
    }

    private static boolean refused(Runnable look) {
        try {
            look.run();
            return false;
        } catch (UnacceptableFile refusal) {
            return true;
        }
    }
}
