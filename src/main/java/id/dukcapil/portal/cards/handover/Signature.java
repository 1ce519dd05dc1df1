package id.dukcapil.portal.cards.handover;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.documents.paper.Ink;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signature as strokes on a field of {@value #WIDTH} × {@value #HEIGHT} points: {@code "12,30 14,33;80,40 81,44"}. Only such
 * numbers become an SVG, so that nothing else can be put into one.
 */
final class Signature {

    static final int WIDTH = 400;
    static final int HEIGHT = 150;

    private static final Pattern STROKES =
            Pattern.compile("\\d{1,3},\\d{1,3}( \\d{1,3},\\d{1,3})*+(;\\d{1,3},\\d{1,3}( \\d{1,3},\\d{1,3})*+)*+");
    private static final Pattern POINTS = Pattern.compile("points=\"([\\d, ]+)\"");
    private static final int LONGEST = 60_000;

    private Signature() {}

    /** @throws InvalidInput when these are no strokes */
    static byte[] svg(String strokes) {
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

    /** The strokes of an SVG that {@link #svg} made, for paper. */
    static Ink ink(byte[] svg) {
        var strokes = new ArrayList<List<Point2D>>();
        Matcher lines = POINTS.matcher(new String(svg, StandardCharsets.UTF_8));
        while (lines.find()) {
            strokes.add(Arrays.stream(lines.group(1).split(" "))
                    .map(point -> point.split(","))
                    .<Point2D>map(point -> new Point(Integer.parseInt(point[0]), Integer.parseInt(point[1])))
                    .toList());
        }
        return new Ink(WIDTH, HEIGHT, strokes);
    }
}
