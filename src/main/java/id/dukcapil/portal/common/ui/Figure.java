package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.jspecify.annotations.Nullable;

/**
 * One figure that matters: caption, the number, a note, and optionally a bar. Several stand in one {@link #row} and
 * are divided by hairlines. With a link the whole tile leads to the list behind the figure.
 */
public class Figure extends Composite<HtmlContainer> {

    private static final int LONGEST_NUMBER = 12;

    private final @Nullable String link;
    private final Span value = new Span();
    private final Span note = new Span();
    private final Div bar = new Div();

    public Figure(String caption, String figure, String note) {
        this(caption, figure, note, Tone.NEUTRAL, null);
    }

    /** @param link where the list behind the figure is, relative to the application; {@code null} for none */
    public Figure(String caption, String figure, String note, Tone tone, @Nullable String link) {
        this.link = link;
        var captionText = new Span(caption);
        captionText.addClassName("caption");
        this.note.addClassName("note");
        bar.addClassName("bar");
        bar.setVisible(false);
        getContent().addClassNames("figure", tone.cssClass());
        getContent().add(captionText, value, this.note, bar);
        setFigure(figure);
        setNote(note);
    }

    /** Tiles side by side, as many as fit. */
    public static Div row(Figure... figures) {
        var row = new Div(figures);
        row.addClassName("figures");
        return row;
    }

    @Override
    protected HtmlContainer initContent() {
        return link == null ? new Div() : new Anchor(link, "");
    }

    /** A number as it shall be read, "1.264"; a sentence is set smaller. */
    public final void setFigure(String text) {
        value.setText(text);
        value.setClassName("value" + (text.length() > LONGEST_NUMBER ? " sentence" : ""));
    }

    /** Adds what the number counts, smaller: "/hari", "/ 1.900". */
    public Figure withUnit(String unit) {
        var text = new Span(" " + unit);
        text.addClassName("unit");
        value.add(text);
        return this;
    }

    public final void setNote(String text) {
        note.setText(text);
        note.setVisible(!text.isEmpty());
    }

    /** Shows how much of the whole that is. */
    public Figure withBar(long part, long whole, Tone tone) {
        long percent = whole <= 0 ? 0 : Math.clamp(part * 100 / whole, 0, 100);
        var filled = new Element("i");
        filled.setAttribute("class", tone.cssClass());
        filled.getStyle().set("width", percent + "%");
        bar.getElement()
                .removeAllChildren()
                .appendChild(filled)
                .setAttribute("role", "img")
                .setAttribute("aria-label", percent + " persen");
        bar.setVisible(true);
        return this;
    }
}
