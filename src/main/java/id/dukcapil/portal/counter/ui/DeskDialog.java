package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.counter.hall.Desk;
import id.dukcapil.portal.counter.hall.HallService;
import id.dukcapil.portal.counter.hall.HallSetUp;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A counter and the services that it serves. */
class DeskDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient HallSetUp setUp;
    private final transient OfficeCode office;
    private final IntegerField number = Indonesian.integerField("Nomor loket");
    private final MultiSelectComboBox<HallService> services = Indonesian.multiSelectComboBox("Layanan");
    private final Checkbox inUse = new Checkbox("Dipakai", true);

    DeskDialog(HallSetUp setUp, OfficeCode office, @Nullable Desk known, List<HallService> offered, Runnable changed) {
        super(known == null ? "Tambah loket" : "Ubah " + known.name(), "Simpan", changed);
        this.setUp = setUp;
        this.office = office;
        services.setItems(offered);
        services.setItemLabelGenerator(HallService::label);
        if (known != null) {
            number.setValue(known.number());
            number.setReadOnly(true);
            inUse.setValue(known.inUse());
            services.setValue(offered.stream()
                    .filter(service -> known.services().contains(service.code()))
                    .collect(Collectors.toSet()));
        }
        findings().at("number", number).at("services", services).at("inUse", inUse);
        addFields(number, services, inUse);
    }

    @Override
    protected String act() {
        int chosen = Objects.requireNonNullElse(number.getValue(), 0);
        setUp.changeDesk(
                office,
                chosen,
                services.getValue().stream().map(HallService::code).collect(Collectors.toSet()),
                inUse.getValue());
        return "Loket %d disimpan.".formatted(chosen);
    }
}
