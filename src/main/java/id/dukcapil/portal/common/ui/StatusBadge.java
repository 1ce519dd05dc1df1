package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;

/** A status as a word on a soft colour. */
public class StatusBadge extends Span {

    public StatusBadge(String text, Tone tone) {
        super(text);
        addClassNames("badge", tone.cssClass());
    }

    /** The same badge for a grid column, without a server-side component per row. */
    public static <T> Renderer<T> renderer(ValueProvider<T, String> text, ValueProvider<T, Tone> tone) {
        return LitRenderer.<T>of("<span class=\"badge ${item.tone}\">${item.text}</span>")
                .withProperty("text", text)
                .withProperty("tone", item -> tone.apply(item).cssClass());
    }
}
