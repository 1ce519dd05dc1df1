package id.dukcapil.portal.common.ui.parts;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import id.dukcapil.portal.common.ui.Tone;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as bars of one scale, each in the row of its figure, which leads to what is behind it. */
@StyleSheet("context://styles/parts.css")
public class BarTable extends NativeTable {

    /**
     * One row.
     *
     * @param value length of the bar, on the scale of the table
     * @param limit where a mark crosses the bar, on the same scale; null for none
     * @param figure the value as it is read, "58 / 60"
     * @param link to the rows behind the figure; null when nothing can be opened
     */
    public record Bar(
            String label,
            double value,
            @Nullable Double limit,
            String figure,
            @Nullable String link,
            Tone tone) {

        public Bar(String label, double value, String figure, @Nullable String link) {
            this(label, value, null, figure, link, Tone.NEUTRAL);
        }
    }

    /**
     * @param labelHead head of the column of labels, "Langkah"
     * @param figureHead head of the column of figures, "Orang"
     */
    public BarTable(String labelHead, String figureHead, List<Bar> bars) {
        addClassName("drawing");
        NativeTableRow heads = getHead().addRow();
        for (String head : List.of(labelHead, "", figureHead)) {
            if (head.isEmpty()) {
                heads.addDataCell().addClassName("stroke");
            } else {
                heads.addHeaderCell().setText(head);
            }
        }
        double whole = bars.stream()
                .mapToDouble(bar -> Math.max(bar.value(), bar.limit() == null ? 0 : bar.limit()))
                .max()
                .orElse(0);
        bars.forEach(bar -> addRow(bar, whole));
    }

    /** What the mark means and of when the figures are, below the table. */
    public BarTable note(String text) {
        setCaptionText(text);
        return this;
    }

    private void addRow(Bar bar, double whole) {
        NativeTableRow row = getBody().addRow();
        row.addHeaderCell().setText(bar.label());
        var stroke = row.addDataCell();
        stroke.addClassName("stroke");
        stroke.add(drawing(bar, whole));
        if (bar.link() == null) {
            row.addDataCell().setText(bar.figure());
        } else {
            row.addDataCell().add(new FigureLink(bar.figure(), bar.link()));
        }
    }

    /** Numbers only, so that no text of others comes into the markup; the figure beside says the same. */
    private static Html drawing(Bar bar, double whole) {
        String limit = bar.limit() == null
                ? ""
                : "<line class=\"limit\" x1=\"%1$s\" x2=\"%1$s\" y1=\"0\" y2=\"10\"></line>"
                        .formatted(part(bar.limit(), whole));
        return new Html("<div><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                + "<rect class=\"%s\" width=\"%s\" height=\"10\"></rect>%s</svg></div>"
                        .formatted(bar.tone().cssClass(), part(bar.value(), whole), limit));
    }

    private static String part(double value, double whole) {
        return String.format(Locale.ROOT, "%.1f", whole <= 0 ? 0 : Math.clamp(value / whole * 100, 0, 100));
    }
}
