package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import id.dukcapil.portal.cards.closing.PrinterSupplies;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Gives a printer blanks for the day, or more of them. */
class SupplyDialog extends FormDialog {

    private final transient PrinterSupplies supplies;
    private final transient OfficeCode office;
    private final UUID token = UUID.randomUUID();
    private final ComboBox<String> printer = Indonesian.comboBox("Printer");
    private final IntegerField left = Indonesian.integerField("Sisa di printer");
    private final IntegerField cards = Indonesian.integerField("Ditambah");

    SupplyDialog(PrinterSupplies supplies, List<String> printers, OfficeCode office, String name, Runnable changed) {
        super("Isi printer", "Isi", changed);
        this.supplies = supplies;
        this.office = office;
        // What is printed is compared by this name; an office that registers no printers may type one
        printer.setItems(printers);
        printer.setAllowCustomValue(true);
        printer.addCustomValueSetListener(typed -> printer.setValue(typed.getDetail()));
        printer.setValue(name.isEmpty() && printers.size() == 1 ? printers.getFirst() : name);
        left.setValue(0);
        addFields(new Paragraph(supplies.rule()), printer, left, cards);
        findings().at("printer", printer).at("left", left).at("cards", cards);
        actOnEnter();
    }

    @Override
    protected String act() {
        String name = Objects.requireNonNullElse(printer.getValue(), "");
        supplies.give(office, name, left.getValue(), cards.getValue(), token);
        return "%s diisi %d blangko.".formatted(name.strip(), cards.getValue());
    }
}
