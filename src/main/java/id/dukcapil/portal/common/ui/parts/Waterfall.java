package id.dukcapil.portal.common.ui.parts;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import id.dukcapil.portal.common.ui.Formats;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a stock came to be what it is: columns that hang on each other, beside the same as a table whose figures lead to their rows. */
@StyleSheet("context://styles/parts.css")
public class Waterfall extends Div {

    private static final int COLUMN = 46;
    private static final int HEIGHT = 170;
    private static final int HEAD = 22;

    /** A WHOLE stands on the ground, a CHANGE on what came before it, and what was FOUND beside what was expected. */
    public enum Kind {
        WHOLE,
        CHANGE,
        FOUND
    }

    /**
     * @param label in the table
     * @param brief below the column, in two words at most
     * @param link to the rows behind the figure; null when nothing can be opened
     */
    public record Step(
            String label,
            String brief,
            int value,
            Kind kind,
            @Nullable String link) {

        private String figure() {
            return kind == Kind.CHANGE ? signed(value) : Formats.number(value);
        }
    }

    public Waterfall(List<Step> steps) {
        addClassName("waterfall");
        var frame = new Div(new Html(picture(steps)));
        frame.addClassName("drawing-frame");
        // Wide ones scroll, which has to work without a mouse
        frame.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", "Gambar neraca; tabel di sebelahnya memuat angka yang sama");
        add(frame, table(steps));
    }

    /** {@code +500}, {@code −12} or {@code 0}. */
    public static String signed(int value) {
        return value == 0 ? "0" : (value < 0 ? "−" : "+") + Formats.number(Math.abs(value));
    }

    private static NativeTable table(List<Step> steps) {
        var table = new NativeTable();
        table.addClassName("drawing");
        for (Step step : steps) {
            NativeTableRow row = table.getBody().addRow();
            row.addClassName(step.kind().name().toLowerCase(Locale.ROOT));
            row.addHeaderCell().setText(step.label());
            if (step.link() == null) {
                row.addDataCell().setText(step.figure());
            } else {
                row.addDataCell().add(new FigureLink(step.figure(), step.link()));
            }
        }
        return table;
    }

    /** Numbers and the words of the page only, so that no text of others comes into the markup. */
    private static String picture(List<Step> steps) {
        var drawn = new StringBuilder();
        double top = top(steps);
        int level = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            int before = step.kind() == Kind.CHANGE ? level : 0;
            int after = before + step.value();
            drawn.append(column(i, step, Math.max(before, after) / top, Math.min(before, after) / top));
            level = after;
        }
        return "<div><svg viewBox=\"0 0 %d %d\" aria-hidden=\"true\">%s</svg></div>"
                .formatted(steps.size() * COLUMN, HEAD + HEIGHT + 34, drawn);
    }

    private static double top(List<Step> steps) {
        int level = 0;
        int top = 1;
        for (Step step : steps) {
            level = step.kind() == Kind.CHANGE ? level + step.value() : step.value();
            top = Math.max(top, level);
        }
        return top;
    }

    private static String column(int place, Step step, double from, double to) {
        double y = HEAD + HEIGHT * (1 - from);
        int middle = place * COLUMN + COLUMN / 2;
        String look = step.kind() == Kind.CHANGE && step.value() < 0
                ? "less"
                : step.kind().name().toLowerCase(Locale.ROOT);
        String[] words = step.brief().split(" ", 2);
        var names = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            names.append(text("name", middle, HEAD + HEIGHT + 15 + 13 * i, words[i]));
        }
        return String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" rx=\"1.5\"></rect>",
                        look,
                        place * COLUMN + 6,
                        y,
                        COLUMN - 12,
                        Math.max(1.5, HEIGHT * (from - to)))
                + text("figure", middle, (int) y - 6, step.figure())
                + names;
    }

    private static String text(String look, int x, int y, String words) {
        return "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>".formatted(look, x, y, words);
    }
}
