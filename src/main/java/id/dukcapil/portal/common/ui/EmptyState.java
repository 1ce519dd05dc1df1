package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

/** What a list or page shows when there is nothing: why, and what to do next. */
public class EmptyState extends Div {

    private static final String TRAY = """
            <div class="sign" aria-hidden="true"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" \
            stroke-width="1.6" stroke-linejoin="round"><path d="M4 13.5 6.4 5h11.2L20 13.5V19H4z"/>\
            <path d="M4 13.5h4.6l1.2 2.4h4.4l1.2-2.4H20"/></svg></div>""";

    public EmptyState(String title, String explanation) {
        this(title, explanation, null);
    }

    /** @param action the button or link that leads on, if there is one */
    public EmptyState(String title, String explanation, @Nullable Component action) {
        addClassName("empty-state");
        add(new Html(TRAY), new H2(title), new Paragraph(explanation));
        if (action != null) {
            var place = new Div(action);
            place.addClassName("action");
            add(place);
        }
    }
}
