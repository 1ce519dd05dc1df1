package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** Title of a page with one line below it and its actions on the right, the primary action last. */
public class PageHeader extends Header {

    private final H1 title = new H1();
    private final Paragraph subtitle = new Paragraph();
    private final Div actions = new Div();

    public PageHeader(String title) {
        addClassName("page-header");
        subtitle.addClassName("subtitle");
        subtitle.setVisible(false);
        actions.addClassName("actions");
        var titles = new Div(this.title, subtitle);
        titles.addClassName("titles");
        add(titles, actions);
        setHeading(title);
    }

    public final void setHeading(String text) {
        title.setText(text);
    }

    /** What the page shows now, in one line; an empty text hides the line. */
    public final void setSubtitle(String text) {
        subtitle.setText(text);
        subtitle.setVisible(!text.isEmpty());
    }

    public final void setActions(Component... components) {
        actions.removeAll();
        actions.add(components);
    }
}
