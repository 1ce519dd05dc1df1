package id.dukcapil.portal.common.ui.parts;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.common.ui.Formats;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of a whole in one bar, with a legend whose figures lead to the rows of each part. */
@StyleSheet("context://styles/parts.css")
public class StackedBar extends Div {

    /** How a part is filled; WARN and LATE only for what needs an act. */
    public enum Shade {
        MAIN,
        HALF,
        OPEN,
        GREY,
        WARN,
        LATE
    }

    /**
     * @param label what is counted, "lebih dari 3 hari"
     * @param link to the rows behind the figure; null when nothing can be opened
     */
    public record Part(
            String label, long count, Shade shade, @Nullable String link) {

        private String cssClass() {
            return "shade-" + shade.name().toLowerCase(Locale.ROOT);
        }
    }

    public StackedBar(List<Part> parts) {
        var bar = new Div();
        bar.addClassName("stacked-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        var legend = new UnorderedList();
        legend.addClassName("stacked-legend");
        for (Part part : parts) {
            if (part.count() > 0) {
                var stroke = new HtmlComponent("i");
                stroke.addClassName(part.cssClass());
                stroke.getStyle().set("flex", String.valueOf(part.count()));
                bar.add(stroke);
            }
            String figure = Formats.number(part.count());
            var entry = new ListItem(
                    part.link() == null ? new Text(figure) : new FigureLink(figure, part.link()),
                    new Text(" " + part.label()));
            entry.addClassName(part.cssClass());
            legend.add(entry);
        }
        add(bar, legend);
    }
}
