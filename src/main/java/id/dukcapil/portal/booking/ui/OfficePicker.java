package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import java.util.List;
import java.util.function.Consumer;

/** Chooses among the offices in the person's scope; with only one there is nothing to choose. */
class OfficePicker extends ComboBox<Office> {

    private static final long serialVersionUID = 1L;

    private final transient List<Office> offices;

    OfficePicker(CurrentStaff staff, Consumer<OfficeCode> chosen) {
        setAriaLabel("Kantor");
        offices = staff.officesInScope();
        setItems(offices);
        setItemLabelGenerator(Office::name);
        setVisible(offices.size() > 1);
        addClassName("office-picker");
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(change.getValue().code());
            }
        });
    }

    /** The office of that code when it is in scope, otherwise the person's own. */
    Office select(String code, OfficeCode fallback) {
        Office office = offices.stream()
                .filter(candidate -> candidate.code().value().equals(code))
                .findFirst()
                .or(() -> offices.stream()
                        .filter(candidate -> candidate.code().equals(fallback))
                        .findFirst())
                .orElseGet(offices::getFirst);
        setValue(office);
        return office;
    }
}
