package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** The filters of a list in one row, with the number of rows that match at its end. */
public class FilterBar extends Div {

    private final Span count = new Span();

    public FilterBar(Component... fields) {
        addClassName("filter-bar");
        getElement().setAttribute("role", "search");
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        add(count);
        addFields(fields);
    }

    /** For a bar that makes its fields itself. */
    protected final void addFields(Component... fields) {
        for (Component field : fields) {
            addComponentAtIndex(getComponentCount() - 1, field);
        }
    }

    /**
     * Says how many rows match.
     *
     * @param capped the count stopped there because counting on would cost too much: shown as "lebih dari"
     */
    public void setCount(long matching, boolean capped) {
        count.setText(countText(matching, capped));
    }

    /** Says nothing, as long as there is nothing to count. */
    public void clearCount() {
        count.setText("");
    }

    static String countText(long matching, boolean capped) {
        if (matching == 0) {
            return "Tidak ada yang cocok";
        }
        return (capped ? "Lebih dari " : "") + Formats.number(matching) + " cocok";
    }
}
