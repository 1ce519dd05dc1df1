package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.sla.StatedPause;
import id.dukcapil.portal.staff.Office;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which pauses are listed: of one office, in one state. What is chosen stands in the address. */
class PauseFilters extends FilterBar {

    private static final long serialVersionUID = 1L;
    private static final String OFFICE = "kantor";
    private static final String STATE = "keadaan";

    private final transient List<Office> offices;
    private final ComboBox<Office> office = Indonesian.comboBox("Kantor");
    private final ComboBox<StatedPause.State> state = Indonesian.comboBox("Keadaan");
    private transient UrlState url = new UrlState();

    /** @param chosen opens the address that stands for the new choice */
    PauseFilters(List<Office> offices, Function<StatedPause.State, String> label, Consumer<UrlState> chosen) {
        this.offices = offices;
        office.setItems(offices);
        office.setItemLabelGenerator(Office::name);
        office.setPlaceholder("Semua kantor");
        office.setVisible(offices.size() > 1);
        state.setItems(StatedPause.State.values());
        state.setItemLabelGenerator(label::apply);
        state.setPlaceholder("Semua keadaan");
        follow(office, OFFICE, one -> one.code().value(), chosen);
        follow(state, STATE, Enum::name, chosen);
        addFields(office, state);
    }

    private <V> void follow(ComboBox<V> field, String name, Function<V, String> text, Consumer<UrlState> chosen) {
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                V value = change.getValue();
                chosen.accept(url.with(name, value == null ? null : text.apply(value)));
            }
        });
    }

    /** Puts into the fields what the address says; an office out of reach counts as none. */
    void show(UrlState address) {
        url = address;
        office.setValue(chosenOffice());
        state.setValue(address.constant(STATE, StatedPause.State.class).orElse(null));
    }

    private @Nullable Office chosenOffice() {
        return url.text(OFFICE)
                .flatMap(code -> offices.stream()
                        .filter(one -> one.code().value().equals(code))
                        .findFirst())
                .orElse(null);
    }

    boolean match(StatedPause pause) {
        Office only = office.getValue();
        StatedPause.State wanted = state.getValue();
        return (only == null || only.code().equals(pause.office())) && (wanted == null || wanted == pause.state());
    }
}
