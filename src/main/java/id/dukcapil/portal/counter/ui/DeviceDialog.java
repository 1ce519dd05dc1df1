package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.counter.device.Device.Kind;
import id.dukcapil.portal.counter.device.Devices;
import java.util.function.Consumer;

/** Admits a board or a number machine. */
class DeviceDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient Devices devices;
    private final transient OfficeCode office;
    private final transient Consumer<String> admitted;
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>("Jenis");
    private final TextField name = Indonesian.textField("Nama, misalnya TV ruang tunggu");

    /** @param admitted gets the address that the device opens */
    DeviceDialog(Devices devices, OfficeCode office, Consumer<String> admitted) {
        super("Daftarkan perangkat", "Daftarkan", () -> {});
        this.devices = devices;
        this.office = office;
        this.admitted = admitted;
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(Kind::label);
        kind.setValue(Kind.BOARD);
        findings().at("name", name);
        addFields(kind, name);
    }

    @Override
    protected String act() {
        admitted.accept(devices.admit(office, kind.getValue(), name.getValue()));
        return "%s didaftarkan.".formatted(name.getValue().strip());
    }
}
