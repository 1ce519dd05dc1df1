package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.PrintAnswer;
import id.dukcapil.portal.cards.PrintOrders;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.cards.PrintRequest;
import id.dukcapil.portal.common.ContactForm;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.IdentityField;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.Office;
import java.util.List;

/** A person at the counter needs another card, or the first one without a booking. */
class NewOrderDialog extends FormDialog {

    private final transient PrintOrders orders;
    private final transient Office office;
    private final IdentityField<Nik> nik = IdentityField.nik("NIK");
    private final Select<PrintReason> reason = Indonesian.select("Alasan");
    private final TextField letter = Indonesian.textField("Nomor surat kehilangan dari kepolisian");
    private final TextField email = Indonesian.textField("E-mail untuk pengingat (bila ada)");

    NewOrderDialog(PrintOrders orders, Office office, Runnable changed) {
        super("Pesan cetak, " + office.name(), "Pesan", changed);
        this.orders = orders;
        this.office = office;
        reason.setItems(PrintReason.values());
        reason.setItemLabelGenerator(PrintReason::label);
        reason.addValueChangeListener(
                change -> letter.setVisible(change.getValue().needsLetter()));
        reason.setValue(PrintReason.DAMAGED);
        letter.setRequiredIndicatorVisible(true);
        addFields(nik, reason, letter, email);
        findings().at("nik", nik).at("letter", letter).at("email", email);
    }

    @Override
    protected String act() {
        Nik person = nik.number().orElseThrow(() -> new InvalidInput("nik", "Isi NIK 16 angka."));
        String address = email.getValue().strip();
        var wrong = address.isEmpty() ? List.<Finding>of() : ContactForm.emailFindings(address);
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        PrintAnswer answer = orders.request(new PrintRequest(
                person,
                office.code(),
                reason.getValue(),
                reason.getValue().needsLetter() ? letter.getValue() : "",
                null,
                address.isEmpty() ? null : address));
        return switch (answer) {
            case PrintAnswer.Refused refused -> throw new InvalidInput("nik", refused.sentence());
            case PrintAnswer.Ordered ordered ->
                ordered.known()
                        ? "Orang ini sudah punya pesanan %s; tidak dipesan dua kali.".formatted(ordered.number())
                        : "Pesanan %s dicatat.".formatted(ordered.number());
        };
    }
}
