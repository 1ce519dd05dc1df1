package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.CardEntry;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.Office;
import java.util.UUID;

/** Takes the stock over from the paper of an office. */
class OpeningDialog extends FormDialog {

    private final transient CardLedger ledger;
    private final transient Office office;
    private final UUID token = UUID.randomUUID();
    private final IntegerField cards = Indonesian.integerField("Stok awal");
    private final TextField reason = Indonesian.textField("Asal angka");

    OpeningDialog(CardLedger ledger, Office office, Runnable changed) {
        super("Mulai buku, " + office.name(), "Mulai", changed);
        this.ledger = ledger;
        this.office = office;
        reason.setHelperText("Misalnya: buku kertas halaman 41, dihitung 24 November 2026");
        addFields(cards, reason);
        findings().at("cards", cards).at("reason", reason);
    }

    @Override
    protected String act() {
        CardEntry first = ledger.open(office.code(), cards.getValue(), reason.getValue(), token);
        return "Buku dimulai dengan %s blangko.".formatted(Formats.number(first.stockAfter()));
    }
}
