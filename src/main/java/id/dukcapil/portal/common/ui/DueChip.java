package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.Optional;

/** The time a case has left or is late, with the exact moment on hovering and for screen readers. */
public class DueChip extends Span {

    public DueChip(DueTime time) {
        super(time.text());
        addClassNames("badge", time.tone().cssClass());
        getElement().setAttribute("title", time.explanation());
    }

    /** The same chip for a grid column; the cell of a row without a due time stays empty. */
    public static <T> Renderer<T> renderer(ValueProvider<T, Optional<DueTime>> time) {
        return LitRenderer.<T>of("""
                        ${item.text ? html`<span class="badge ${item.tone}" title="${item.explanation}">${item.text}</span>` : ''}""")
                .withProperty("text", row -> time.apply(row).map(DueTime::text).orElse(""))
                .withProperty(
                        "tone",
                        row -> time.apply(row)
                                .map(DueTime::tone)
                                .map(Tone::cssClass)
                                .orElse(""))
                .withProperty(
                        "explanation",
                        row -> time.apply(row).map(DueTime::explanation).orElse(""));
    }
}
