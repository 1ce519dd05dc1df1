package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import id.dukcapil.portal.common.NamedOffice;
import id.dukcapil.portal.common.OfficeCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Chooses the office that a page shows, among those in the person's reach; with only one there is nothing to choose. */
public final class OfficePicker<O extends NamedOffice> extends ComboBox<O> {

    private final transient List<O> offices;
    private final transient OfficeCode own;

    /** @param own shown when the address names none that is in reach */
    public OfficePicker(List<O> offices, OfficeCode own, Consumer<OfficeCode> chosen) {
        this.offices = offices;
        this.own = own;
        setAriaLabel("Kantor");
        setItems(offices);
        setItemLabelGenerator(NamedOffice::name);
        setVisible(offices.size() > 1);
        addClassName("office-picker");
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(change.getValue().code());
            }
        });
    }

    /** Puts into the field what the address says, and returns it. */
    public O show(UrlState url) {
        O office = url.text(ListFilters.OFFICE)
                .flatMap(OfficeCode::read)
                .flatMap(this::of)
                .or(() -> of(own))
                .orElseGet(offices::getFirst);
        setValue(office);
        return office;
    }

    private Optional<O> of(OfficeCode code) {
        return offices.stream().filter(office -> office.code().equals(code)).findFirst();
    }
}
