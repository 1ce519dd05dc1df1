package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.dukcapil.portal.common.NamedOffice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list. A choice opens the address that says it, and the address fills the fields. Each method adds a field
 * at the end of the bar and returns it, so that the view can read what is chosen.
 */
public final class ListFilters extends FilterBar {

    /** Place of the search in the address. */
    public static final String SEARCH = "cari";

    /** Place of the office in the address. */
    public static final String OFFICE = "kantor";

    private final transient Consumer<UrlState> chosen;
    private final transient List<Consumer<UrlState>> fields = new ArrayList<>();
    private transient UrlState url = new UrlState();
    private String dropped = "";

    /** @param chosen opens the address that stands for the new choice */
    public ListFilters(Consumer<UrlState> chosen) {
        this.chosen = chosen;
    }

    /** Every choice takes this parameter out of the address: usually the record that is open. */
    public void dropWithEveryChoice(String parameter) {
        dropped = parameter;
    }

    /** Puts into the fields what the address says. */
    public void show(UrlState state) {
        url = state;
        fields.forEach(field -> field.accept(state));
    }

    boolean isUsed() {
        return !fields.isEmpty();
    }

    /** A search for what never is personal. */
    public TextField text(String label, String placeholder, String name) {
        TextField field = Indonesian.textField(label);
        field.setPlaceholder(placeholder);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                String typed = change.getValue().strip();
                choose(name, typed.isEmpty() ? null : typed);
            }
        });
        return added(field, address -> field.setValue(address.text(name).orElse("")));
    }

    /** The search of a list that finds people too; see {@link SearchField}. */
    public SearchField search(String placeholder, Runnable personalSearch) {
        var field = new SearchField(placeholder, text -> choose(SEARCH, text), personalSearch);
        return added(field, field::show);
    }

    /**
     * A choice among a few. Where there is nothing to choose from, nothing is offered.
     *
     * @param all what is chosen when nothing is
     * @param key how an item stands in the address
     */
    public <T> Select<T> select(
            String label, String all, String name, List<T> items, Function<T, String> text, Function<T, String> key) {
        Select<T> field = Indonesian.select(label);
        field.setItems(items);
        field.setItemLabelGenerator(one -> one == null ? all : text.apply(one));
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(all);
        field.setPlaceholder(all);
        field.setVisible(items.size() > 1);
        return choice(field, name, items, key);
    }

    public <E extends Enum<E>> Select<E> select(
            String label, String all, String name, E[] items, Function<E, String> text) {
        return select(label, all, name, List.of(items), text, Enum::name);
    }

    /** A choice that cannot be empty; without a word in the address the first item is chosen. */
    public <E extends Enum<E>> Select<E> select(String label, String name, E[] items, Function<E, String> text) {
        Select<E> field = Indonesian.select(label);
        field.setItems(items);
        field.setItemLabelGenerator(text::apply);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(
                        name,
                        change.getValue() == items[0] ? null : change.getValue().name());
            }
        });
        return added(
                field,
                address -> field.setValue(
                        address.constant(name, items[0].getDeclaringClass()).orElse(items[0])));
    }

    /** A choice among many, found by typing; parameters as in {@link #select}. */
    public <T> ComboBox<T> pick(
            String label, String all, String name, List<T> items, Function<T, String> text, Function<T, String> key) {
        ComboBox<T> field = Indonesian.comboBox(label);
        field.setItems(items);
        field.setItemLabelGenerator(text::apply);
        field.setPlaceholder(all);
        field.setClearButtonVisible(true);
        return choice(field, name, items, key);
    }

    /** @param offices those the person may see; of a single one nothing is said */
    public <O extends NamedOffice> ComboBox<O> office(List<O> offices) {
        ComboBox<O> field = pick(
                "Kantor",
                "Semua kantor",
                OFFICE,
                offices,
                NamedOffice::name,
                office -> office.code().value());
        field.setVisible(offices.size() > 1);
        return field;
    }

    private <T, C extends Component & HasValue<?, T>> C choice(
            C field, String name, List<T> items, Function<T, String> key) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(name, change.getValue() == null ? null : key.apply(change.getValue()));
            }
        });
        return added(
                field,
                address -> field.setValue(address.text(name)
                        .flatMap(wanted -> items.stream()
                                .filter(one -> key.apply(one).equals(wanted))
                                .findFirst())
                        .orElse(null)));
    }

    /** A choice of any number; no choice means all. */
    public <E extends Enum<E>> MultiSelectComboBox<E> several(
            String label, String all, String name, E[] items, Function<E, String> text) {
        MultiSelectComboBox<E> field = Indonesian.multiSelectComboBox(label);
        field.setItems(items);
        field.setItemLabelGenerator(text::apply);
        field.setPlaceholder(all);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                String names =
                        change.getValue().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
                choose(name, names.isEmpty() ? null : names);
            }
        });
        return added(field, address -> {
            List<String> names = List.of(address.text(name).orElse("").split(",", -1));
            field.setValue(Arrays.stream(items)
                    .filter(one -> names.contains(one.name()))
                    .collect(Collectors.toSet()));
        });
    }

    private DatePicker day(String label, String name, @Nullable Supplier<LocalDate> otherwise) {
        DatePicker field = Indonesian.datePicker(label);
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(name, change.getValue() == null && otherwise != null ? "" : change.getValue());
            }
        });
        return added(
                field,
                address -> field.setValue(
                        otherwise == null || address.has(name)
                                ? address.date(name).orElse(null)
                                : otherwise.get()));
    }

    /** First and last day of what is listed. */
    public Period period() {
        return period(null);
    }

    /** @param start first day as long as the address has none; an empty one there means from the beginning */
    public Period period(@Nullable Supplier<LocalDate> start) {
        return new Period(day("Dari", "dari", start), day("Sampai", "sampai", null));
    }

    /** @param show puts into the field what the address says; the field itself calls {@link #choose} */
    public <C extends Component> C added(C field, Consumer<UrlState> show) {
        if (field instanceof TextField && fields.isEmpty()) {
            field.addClassName(SearchField.OF_THE_LIST);
        }
        fields.add(show);
        addFields(field);
        return field;
    }

    /** Opens the address with this value, or without it when it is none. */
    public void choose(String name, @Nullable Object value) {
        UrlState next = url.with(name, value);
        chosen.accept(dropped.isEmpty() ? next : next.with(dropped, null));
    }

    /** A part of what is chosen in a field; null when nothing is. */
    public static <T, V> @Nullable V chosen(HasValue<?, T> field, Function<T, V> part) {
        return Optional.ofNullable(field.getValue()).map(part).orElse(null);
    }

    /** The two fields of a span of days. */
    public record Period(DatePicker from, DatePicker to) {

        /** The first moment of the first day; null when none is chosen. */
        public @Nullable Instant start(ZoneId zone) {
            return moment(from.getValue(), zone);
        }

        /** The first moment after the last day; null when none is chosen. */
        public @Nullable Instant end(ZoneId zone) {
            LocalDate day = to.getValue();
            return moment(day == null ? null : day.plusDays(1), zone);
        }

        private static @Nullable Instant moment(@Nullable LocalDate day, ZoneId zone) {
            return day == null ? null : day.atStartOfDay(zone).toInstant();
        }
    }
}
