package id.dukcapil.portal.common.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import org.jspecify.annotations.Nullable;

/** How one row reads as a card on a phone: a title, optionally a badge beside it, and lines of detail below. */
public final class GridCard<T> {

    private static final String PLAIN = """
            <div class="row-card"><span class="title">${item.title}</span>
            <span class="lines">${item.lines.map(line => html`<span>${line}</span>`)}</span></div>""";
    private static final String WITH_BADGE = PLAIN.replace(
            "</span>\n<span class=\"lines\">",
            "</span><span class=\"badge ${item.tone}\">${item.badge}</span>\n<span class=\"lines\">");

    private final ValueProvider<T, String> title;
    private final ValueProvider<T, java.util.List<String>> lines;
    private @Nullable ValueProvider<T, String> badge;
    private @Nullable ValueProvider<T, Tone> tone;

    private GridCard(ValueProvider<T, String> title, ValueProvider<T, java.util.List<String>> lines) {
        this.title = title;
        this.lines = lines;
    }

    public static <T> GridCard<T> of(ValueProvider<T, String> title, ValueProvider<T, java.util.List<String>> lines) {
        return new GridCard<>(title, lines);
    }

    public GridCard<T> withBadge(ValueProvider<T, String> text, ValueProvider<T, Tone> tone) {
        this.badge = text;
        this.tone = tone;
        return this;
    }

    Renderer<T> renderer() {
        var badgeText = badge;
        var badgeTone = tone;
        var renderer = LitRenderer.<T>of(badgeText == null ? PLAIN : WITH_BADGE)
                .withProperty("title", title)
                .withProperty("lines", lines);
        if (badgeText != null && badgeTone != null) {
            renderer.withProperty("badge", badgeText)
                    .withProperty("tone", item -> badgeTone.apply(item).cssClass());
        }
        return renderer;
    }
}
