package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/**
 * The one page skeleton: header, then whatever the view adds, usually a {@link FilterBar} and its content. A view
 * extends it and calls {@code add(…)}; the spacing is the page's business.
 */
public abstract class Page extends Div {

    private final PageHeader header;

    protected Page(String title) {
        header = new PageHeader(title);
        addClassName("page");
        add(header);
    }

    protected final void setHeading(String title) {
        header.setHeading(title);
    }

    protected final void setSubtitle(String subtitle) {
        header.setSubtitle(subtitle);
    }

    /** The actions on the right of the title; the primary one last, and only one of it. */
    protected final void setActions(Component... actions) {
        header.setActions(actions);
    }

    /** Lines short enough to read: for texts and forms instead of lists. */
    protected final void useReadingWidth() {
        addClassName("reading");
    }

    /** The page is as high as the window, and {@code filling} takes what is left: for a grid that scrolls inside. */
    protected final void fillHeight(Component filling) {
        addClassName("full-height");
        filling.addClassName("grow");
    }
}
