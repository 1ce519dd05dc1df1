package id.dukcapil.portal.common.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A part of a page on paper of its own: heading, what belongs beside it, and the content below a hairline. */
public class Sheet extends Section {

    private final Div head;

    public Sheet(String heading, Component... content) {
        head = new Div(new H2(heading));
        head.addClassName("card-head");
        addClassName("card");
        getElement().setAttribute("aria-label", heading);
        add(head);
        add(content);
    }

    /** Beside the heading: what the figures are and of when. */
    public Sheet note(String text) {
        var note = new Span(text);
        note.addClassName("muted");
        return beside(note);
    }

    /** Beside the heading: a badge, a link, a figure. */
    public Sheet beside(Component... parts) {
        head.add(parts);
        return this;
    }

    /** With a margin around the content, which lists and tables do without. */
    public Sheet padded(Component... content) {
        var body = new Div(content);
        body.addClassName("pad");
        add(body);
        return this;
    }
}
