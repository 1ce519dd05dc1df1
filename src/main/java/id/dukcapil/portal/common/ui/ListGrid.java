package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The grid of a list page. Its columns are said in one line each; on screens of at most 700 px they give way to one column
 * of cards. Every method returns the column it has added, except {@link #cards}, which comes last.
 */
public class ListGrid<R> extends Grid<R> {

    /** Key of the column of cards. */
    public static final String CARD = "card";

    private static final String PLAIN = """
            <div class="row-card"><span class="title">${item.title}</span>
            <span class="lines">${item.lines.map(line => html`<span>${line}</span>`)}</span></div>""";
    private static final String WITH_BADGE = PLAIN.replace(
            "</span>\n<span class=\"lines\">",
            "</span><span class=\"badge ${item.tone}\">${item.badge}</span>\n<span class=\"lines\">");

    private transient @Nullable ValueProvider<R, String> badge;
    private transient @Nullable ValueProvider<R, Tone> tone;
    private List<Column<R>> wide = List.of();
    private boolean narrow;

    public ListGrid() {
        setSizeFull();
    }

    /** @param share of the room that columns of a fixed width leave */
    public final Column<R> column(String header, int share, ValueProvider<R, ?> text) {
        return addColumn(text).setHeader(header).setFlexGrow(share);
    }

    /** @param width as in CSS, "9.5rem" */
    public final Column<R> column(String header, String width, ValueProvider<R, ?> text) {
        return addColumn(text).setHeader(header).setWidth(width).setFlexGrow(0);
    }

    /** As wide as its content. */
    public final Column<R> column(String header, ValueProvider<R, ?> text) {
        return fit(addColumn(text).setHeader(header));
    }

    /** A muted supplement follows the text. */
    public final Column<R> column(
            String header, int share, ValueProvider<R, String> text, ValueProvider<R, String> supplement) {
        return addColumn(LitRenderer.<R>of("<span>${item.text}</span> <span class=\"muted\">${item.more}</span>")
                        .withProperty("text", text)
                        .withProperty("more", supplement))
                .setHeader(header)
                .setFlexGrow(share);
    }

    /** Aligned to the right. */
    public final Column<R> number(String header, String width, ValueProvider<R, ?> number) {
        return column(header, width, number).setTextAlign(ColumnTextAlign.END);
    }

    /** Aligned to the right and as wide as its content. */
    public final Column<R> number(String header, ValueProvider<R, ?> number) {
        return column(header, number).setTextAlign(ColumnTextAlign.END);
    }

    /** A status word on its colour. The first one stands on the card too. */
    public final Column<R> badge(
            String header, String width, ValueProvider<R, String> text, ValueProvider<R, Tone> colour) {
        return badge(header, text, colour).setAutoWidth(false).setWidth(width);
    }

    /** As wide as its content. */
    public final Column<R> badge(String header, ValueProvider<R, String> text, ValueProvider<R, Tone> colour) {
        if (badge == null) {
            badge = text;
            tone = colour;
        }
        return fit(addColumn(StatusBadge.renderer(text, colour)).setHeader(header));
    }

    private static <R> Column<R> fit(Column<R> column) {
        return column.setAutoWidth(true).setFlexGrow(0);
    }

    /**
     * How a row reads on a phone. Selection, lazy loading and clicks stay as they are; columns that are hidden at the moment
     * of the change stay hidden afterwards.
     */
    public final void cards(ValueProvider<R, String> title, ValueProvider<R, List<String>> lines) {
        ValueProvider<R, String> badgeText = badge;
        ValueProvider<R, Tone> badgeTone = tone;
        var renderer = LitRenderer.<R>of(badgeText == null ? PLAIN : WITH_BADGE)
                .withProperty("title", title)
                .withProperty("lines", lines);
        if (badgeText != null && badgeTone != null) {
            renderer.withProperty("badge", badgeText)
                    .withProperty("tone", row -> badgeTone.apply(row).cssClass());
        }
        cards(renderer);
    }

    /** The same with acts and links of the row below its lines. */
    public final void cards(
            ValueProvider<R, String> title,
            ValueProvider<R, List<String>> lines,
            ValueProvider<R, List<Component>> acts) {
        cards(new ComponentRenderer<>(row -> {
            var heading = new Span(title.apply(row));
            heading.addClassName("title");
            var texts = new Div(lines.apply(row).stream().map(Span::new).toArray(Span[]::new));
            texts.addClassName("lines");
            var card = new Div(heading, texts);
            card.addClassName("row-card");
            card.add(acts.apply(row));
            return card;
        }));
    }

    private void cards(Renderer<R> card) {
        Column<R> column = addColumn(card).setKey(CARD).setFlexGrow(1);
        column.setVisible(false);
        NarrowScreen.observe(this, nowNarrow -> showCards(column, nowNarrow));
    }

    private void showCards(Column<R> card, boolean nowNarrow) {
        if (nowNarrow == narrow) {
            return;
        }
        narrow = nowNarrow;
        if (narrow) {
            wide = getColumns().stream()
                    .filter(column -> column != card && column.isVisible())
                    .toList();
        }
        wide.forEach(column -> column.setVisible(!narrow));
        card.setVisible(narrow);
        setClassName("cards", narrow);
    }

    /**
     * Shows a list that is read by key.
     *
     * @param count how many rows to offer for scrolling
     */
    public final <K> void show(KeysetPages.Source<R, K> pages, Function<R, K> key, int count) {
        setItems(KeysetPages.of(pages, key, count));
    }
}
