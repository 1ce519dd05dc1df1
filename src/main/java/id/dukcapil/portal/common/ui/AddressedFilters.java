package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Filters that stand in the address: a choice opens the address that stands for it, and the address fills the fields. */
public abstract class AddressedFilters extends FilterBar {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<UrlState> chosen;
    private final transient List<Consumer<UrlState>> fields = new ArrayList<>();
    private transient UrlState url = new UrlState();

    /** @param chosen opens the address that stands for the new choice */
    protected AddressedFilters(Consumer<UrlState> chosen) {
        this.chosen = chosen;
    }

    /** A field to type in, the search of the list. */
    protected final TextField text(String label, String placeholder, String name) {
        TextField field = Indonesian.textField(label);
        field.setPlaceholder(placeholder);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addClassName(SearchField.OF_THE_LIST);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                String typed = change.getValue().strip();
                choose(name, typed.isEmpty() ? null : typed);
            }
        });
        fields.add(address -> field.setValue(address.text(name).orElse("")));
        return field;
    }

    /**
     * Where there is nothing to choose from, nothing is offered.
     *
     * @param all what is chosen when nothing is
     * @param key how an item stands in the address
     */
    protected final <T> Select<T> choice(
            String label, String all, String name, List<T> items, Function<T, String> text, Function<T, String> key) {
        Select<T> field = Indonesian.select(label);
        ItemLabelGenerator<T> labels = one -> one == null ? all : text.apply(one);
        field.setItems(items);
        field.setItemLabelGenerator(labels);
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(all);
        field.setVisible(items.size() > 1);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(name, change.getValue() == null ? null : key.apply(change.getValue()));
            }
        });
        fields.add(address -> field.setValue(address.text(name)
                .flatMap(wanted -> items.stream()
                        .filter(one -> key.apply(one).equals(wanted))
                        .findFirst())
                .orElse(null)));
        return field;
    }

    protected final DatePicker day(String label, String name) {
        DatePicker field = Indonesian.datePicker(label);
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(name, change.getValue());
            }
        });
        fields.add(address -> field.setValue(address.date(name).orElse(null)));
        return field;
    }

    private void choose(String name, @Nullable Object value) {
        chosen.accept(url.with(name, value));
    }

    /** Puts into the fields what the address says. */
    public final void show(UrlState state) {
        url = state;
        fields.forEach(field -> field.accept(state));
    }

    /** The first moment of the chosen day; null when none is chosen. */
    protected static @Nullable Instant startOf(DatePicker field, ZoneId zone) {
        LocalDate day = field.getValue();
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /** The first moment after the chosen day; null when none is chosen. */
    protected static @Nullable Instant endOf(DatePicker field, ZoneId zone) {
        LocalDate day = field.getValue();
        return day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
