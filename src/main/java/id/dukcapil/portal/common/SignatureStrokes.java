package id.dukcapil.portal.common;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A signature as strokes on a field of {@value #WIDTH} × {@value #HEIGHT} points: {@code "12,30 14,33;80,40 81,44"}. Only such
 * numbers become an SVG, so that nothing else can be put into one.
 */
public final class SignatureStrokes {

    public static final int WIDTH = 400;
    public static final int HEIGHT = 150;

    private static final Pattern STROKES =
            Pattern.compile("\\d{1,3},\\d{1,3}( \\d{1,3},\\d{1,3})*+(;\\d{1,3},\\d{1,3}( \\d{1,3},\\d{1,3})*+)*+");
    private static final int LONGEST = 60_000;

    private SignatureStrokes() {}

    /** @throws InvalidInput when these are no strokes */
    public static byte[] svg(String strokes) {
        if (strokes.length() > LONGEST || !STROKES.matcher(strokes).matches()) {
            throw new InvalidInput("signature", "Tanda tangan tidak terbaca; ulangi.");
        }
        var lines = new StringBuilder();
        for (String stroke : strokes.split(";")) {
            lines.append("<polyline points=\"").append(stroke).append("\"/>");
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" fill="none" stroke="#000" stroke-width="2.3" \
                stroke-linecap="round" stroke-linejoin="round">%s</svg>""".formatted(WIDTH, HEIGHT, lines).getBytes(StandardCharsets.UTF_8);
    }
}
