package id.dukcapil.portal.documents.upload;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Watches a PDF go by and refuses parameters for which a reader would lay out rows of an enormous length before it has
 * unpacked anything.
 */
final class RowLengths extends OutputStream {

    /** Rows of 99,999 points, or a length that stands elsewhere again. */
    private static final Pattern ENORMOUS = Pattern.compile("/Columns\\s*(?:\\d{6}|\\d+\\s+\\d+\\s+R)"
            + "|/(?:BitsPerComponent|Colors)\\s*(?:\\d{3}|\\d+\\s+\\d+\\s+R)");

    private static final int PIECE = 64 * 1024;

    /** Longer than one of them is written. */
    private static final int OVERLAP = 128;

    private String before = "";

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] content, int from, int length) {
        for (int at = from; at < from + length; at += PIECE) {
            look(new String(content, at, Math.min(PIECE, from + length - at), StandardCharsets.ISO_8859_1));
        }
    }

    private void look(String piece) {
        String text = before + piece;
        if (ENORMOUS.matcher(PackedStream.unescaped(text)).find()) {
            throw PackedStream.unusual();
        }
        before = text.substring(Math.max(0, text.length() - OVERLAP));
    }
}
