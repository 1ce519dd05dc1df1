package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.order.Printers;
import id.dukcapil.portal.cards.order.Printers.Printer;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.Office;

/** Registers a printer of an office, or changes one. */
class PrintersDialog extends FormDialog {

    private final transient Printers printers;
    private final transient Office office;
    private final Select<Printer> known = Indonesian.select("Pencetak");
    private final TextField name = Indonesian.textField("Nama");
    private final IntegerField ceiling = Indonesian.integerField("Batas kartu sehari");
    private final Checkbox active = new Checkbox("Dipakai", true);

    PrintersDialog(Printers printers, Office office, Runnable changed) {
        super("Pencetak, " + office.name(), "Simpan", changed);
        this.printers = printers;
        this.office = office;
        known.setItems(printers.of(office.code()));
        known.setItemLabelGenerator(printer -> printer == null ? "Pencetak baru" : printer.name());
        known.setEmptySelectionAllowed(true);
        known.setEmptySelectionCaption("Pencetak baru");
        known.addValueChangeListener(change -> {
            Printer chosen = change.getValue();
            name.setValue(chosen == null ? "" : chosen.name());
            ceiling.setValue(chosen == null ? Printers.USUAL_CEILING : chosen.dailyCeiling());
            active.setValue(chosen == null || chosen.active());
        });
        ceiling.setValue(Printers.USUAL_CEILING);
        ceiling.setHelperText("Batas ini juga membatasi kuota pemesanan kantor.");
        addFields(name, known, ceiling, active);
        findings().at("name", name).at("ceiling", ceiling);
    }

    @Override
    protected String act() {
        Printer chosen = known.getValue();
        printers.save(
                chosen == null ? null : chosen.id(),
                office.code(),
                name.getValue(),
                ceiling.getValue(),
                active.getValue());
        return "Pencetak %s disimpan.".formatted(name.getValue().strip());
    }
}
