package id.dukcapil.portal.documents.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * A PDF that somebody shows and nobody keeps or passes on. It may carry whatever it likes, as long as looking into it
 * takes a bounded amount of memory and time.
 */
public final class ShownPdf {

    private static final String FIRST = "%PDF-";
    private static final int SEARCHED = 1024;

    private ShownPdf() {}

    /** Whether it can be looked into. */
    public enum Condition {
        FIT,
        NO_PDF,
        /** A PDF begins behind something else, which most readers pass over. */
        PRECEDED,
        /** Encrypted, with a password or without one: how large its streams become cannot be told beforehand. */
        LOCKED,
        /** It would unpack to too much, or is packed in a way that ordinary programs do not use. */
        TOO_MUCH
    }

    public static Condition of(byte[] content) {
        int begin = begin(content);
        if (begin != 0) {
            return begin < 0 ? Condition.NO_PDF : Condition.PRECEDED;
        }
        if (refused(() -> watchForEncryption(content))) {
            return Condition.LOCKED;
        }
        return refused(() -> watchForSize(content)) ? Condition.TOO_MUCH : Condition.FIT;
    }

    /** Where readers look for it (ISO 32000-1, implementation note 13 of Adobe). */
    private static int begin(byte[] content) {
        byte[] head = Arrays.copyOf(content, Math.min(content.length, SEARCHED));
        return new String(head, StandardCharsets.ISO_8859_1).indexOf(FIRST);
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
