package id.dukcapil.portal.common.ui.parts;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;

/** A figure inside a sentence, a heading or a table that leads to the rows behind it. */
@StyleSheet("context://styles/parts.css")
public class FigureLink extends Anchor {

    /** @param link the filtered list, relative to the application */
    public FigureLink(String figure, String link) {
        super(link, figure);
        addClassName("figure-link");
    }
}
