package id.dukcapil.portal.common.ui.parts;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;
import id.dukcapil.portal.common.ui.Formats;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One or two lines over the same columns as the table below them, with the limit as a dashed line. */
@StyleSheet("context://styles/parts.css")
@JavaScript("context://components/line-chart.js")
public class LineTable extends Div {

    private static final int HEIGHT = 100;
    private static final int COLUMN = 10;
    private static final String LIBRARY = "webjars/chart.js/4.5.1/dist/chart.umd.min.js";

    /**
     * One line and its row.
     *
     * @param points one a column; null where there is no value, before the first or behind the last
     */
    public record Line(String name, List<? extends @Nullable Point> points) {}

    private final NativeTableCell place;
    private final long top;
    private final @Nullable Long limit;

    /** @param link to the rows behind the value; null when nothing can be opened */
    public record Point(long value, @Nullable String link) {}

    /**
     * @param head what the columns are, "Jam"
     * @param limit what is drawn dashed; null for none
     * @param note what the limit means, below the table: "garis putus: stok pengaman 200"
     */
    public LineTable(String head, List<String> columns, List<Line> lines, @Nullable Long limit, String note) {
        addClassName("drawing-frame");
        // Wide ones scroll, which has to work without a mouse
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", note);
        this.limit = limit;
        top = Stream.concat(lines.stream().flatMap(LineTable::values), Stream.ofNullable(limit))
                .max(Long::compare)
                .filter(most -> most > 0)
                .orElse(1L);
        var table = new NativeTable();
        table.addClassNames("drawing", "lines");
        table.getStyle().set("--columns", String.valueOf(columns.size()));
        NativeTableRow curve = table.getBody().addRow();
        curve.addClassName("curve");
        var scale = curve.addDataCell();
        scale.addClassName("scale");
        scale.setText(Formats.number(top));
        place = curve.addDataCell();
        place.setColspan(columns.size());
        place.add(picture(lines, columns.size(), top, limit));
        NativeTableRow heads = table.getBody().addRow();
        heads.addHeaderCell().setText(head);
        columns.forEach(column -> heads.addHeaderCell().setText(column));
        for (int i = 0; i < lines.size(); i++) {
            addRow(table, lines.get(i), i + 1);
        }
        table.setCaptionText(note);
        add(table);
    }

    /** Has Chart.js draw the lines: every point can be reached by pointer and arrow keys, and opens what is behind it. */
    public LineTable interactive() {
        var chart = new Element("line-chart").setAttribute("src", LIBRARY).setAttribute("top", String.valueOf(top));
        if (limit != null) {
            chart.setAttribute("limit", String.valueOf(limit));
        }
        place.getElement().appendChild(chart);
        return this;
    }

    private static Stream<Long> values(Line line) {
        return line.points().stream().flatMap(Stream::ofNullable).map(Point::value);
    }

    private static void addRow(NativeTable table, Line line, int number) {
        NativeTableRow row = table.getBody().addRow();
        row.addClassName("series-" + number);
        row.addHeaderCell().setText(line.name());
        for (@Nullable Point point : line.points()) {
            var cell = row.addDataCell();
            if (point != null) {
                String figure = Formats.number(point.value());
                cell.add(point.link() == null ? new Text(figure) : new FigureLink(figure, point.link()));
            }
        }
    }

    /** Numbers only, so that no text of others comes into the markup; the rows below say the same. */
    private static Html picture(List<Line> lines, int columns, long top, @Nullable Long limit) {
        String drawn = IntStream.range(0, lines.size())
                .mapToObj(i -> "<polyline class=\"series-%d\" points=\"%s\"></polyline>"
                        .formatted(i + 1, points(lines.get(i), top)))
                .collect(Collectors.joining());
        String level = level("grid", HEIGHT, columns) + level("grid", height(top, top), columns);
        return new Html(
                "<div><svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" aria-hidden=\"true\">%s%s%s</svg></div>"
                        .formatted(
                                columns * COLUMN,
                                HEIGHT,
                                level,
                                limit == null ? "" : level("limit", height(limit, top), columns),
                                drawn));
    }

    private static String level(String look, double y, int columns) {
        return String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"0\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"></line>",
                look,
                columns * COLUMN,
                y,
                y);
    }

    private static String points(Line line, long top) {
        return IntStream.range(0, line.points().size())
                .mapToObj(i -> point(line.points().get(i), i, top))
                .collect(Collectors.joining(" "));
    }

    private static String point(@Nullable Point point, int column, long top) {
        return point == null
                ? ""
                : String.format(Locale.ROOT, "%d,%.1f", column * COLUMN + COLUMN / 2, height(point.value(), top));
    }

    private static double height(long value, long top) {
        return HEIGHT - (HEIGHT - 4.0) * value / top;
    }
}
