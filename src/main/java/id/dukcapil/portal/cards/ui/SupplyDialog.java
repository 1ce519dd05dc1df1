package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.closing.PrinterSupplies;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import java.util.UUID;

/** Gives a printer blanks for the day, or more of them. */
class SupplyDialog extends FormDialog {

    private final transient PrinterSupplies supplies;
    private final transient OfficeCode office;
    private final UUID token = UUID.randomUUID();
    private final TextField printer = Indonesian.textField("Printer");
    private final IntegerField left = Indonesian.integerField("Sisa di printer");
    private final IntegerField cards = Indonesian.integerField("Ditambah");

    SupplyDialog(PrinterSupplies supplies, OfficeCode office, String name, Runnable changed) {
        super("Isi printer", "Isi", changed);
        this.supplies = supplies;
        this.office = office;
        printer.setValue(name);
        left.setValue(0);
        addFields(new Paragraph(supplies.rule()), printer, left, cards);
        findings().at("printer", printer).at("left", left).at("cards", cards);
        actOnEnter();
    }

    @Override
    protected String act() {
        supplies.give(office, printer.getValue(), left.getValue(), cards.getValue(), token);
        return "%s diisi %d blangko.".formatted(printer.getValue().strip(), cards.getValue());
    }
}
