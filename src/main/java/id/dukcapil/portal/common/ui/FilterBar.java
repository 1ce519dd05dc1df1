package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The filters of a list in one row, with the number of rows that match at its end. On a narrow screen only text fields
 * stay in sight; the other fields fold behind one button, which says how many of them filter.
 */
public class FilterBar extends Div {

    private static final int FEWEST_TO_FOLD = 2;

    private final Button toggle = new Button("Saringan");
    private final Span count = new Span();

    public FilterBar(Component... fields) {
        addClassName("filter-bar");
        getElement().setAttribute("role", "search").setAttribute("aria-label", "Saringan daftar");
        toggle.addClassName("filter-toggle");
        toggle.addClickListener(click -> unfold(!getClassNames().contains("unfolded")));
        unfold(false);
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        add(count);
        addFields(fields);
    }

    /** For a bar that makes its fields itself. */
    protected final void addFields(Component... fields) {
        for (Component field : fields) {
            if (!(field instanceof TextField || field instanceof Button)) {
                fold(field);
            }
            addComponentAtIndex(indexOf(count), field);
        }
    }

    private void fold(Component field) {
        if (toggle.getParent().isEmpty()) {
            addComponentAtIndex(indexOf(count), toggle);
        }
        field.addClassName("foldable");
        values(field).forEach(value -> value.addValueChangeListener(change -> countFiltering()));
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        long visible = foldable().filter(Component::isVisible).count();
        setClassName("folds", visible >= FEWEST_TO_FOLD);
        countFiltering();
    }

    private void unfold(boolean unfolded) {
        setClassName("unfolded", unfolded);
        toggle.getElement().setAttribute("aria-expanded", String.valueOf(unfolded));
    }

    private Stream<Component> foldable() {
        return getChildren().filter(field -> field.hasClassName("foldable"));
    }

    private void countFiltering() {
        long filtering = foldable()
                .filter(Component::isVisible)
                .flatMap(FilterBar::values)
                .filter(FilterBar::filters)
                .count();
        toggle.setText(filtering == 0 ? "Saringan" : "Saringan (%d)".formatted(filtering));
    }

    private static Stream<HasValue<?, ?>> values(Component field) {
        return field instanceof HasValue<?, ?> value
                ? Stream.of(value)
                : field.getChildren().flatMap(FilterBar::values);
    }

    /** A choice that cannot be empty filters as soon as it is not the first of its items. */
    private static boolean filters(HasValue<?, ?> field) {
        return field instanceof Select<?> choice && !choice.isEmptySelectionAllowed()
                ? !Objects.equals(choice.getValue(), choice.getListDataView().getItem(0))
                : !field.isEmpty();
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
