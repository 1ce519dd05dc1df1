package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;

/** Says how many cards are held back for what cannot be foreseen. */
class SafetyStockDialog extends FormDialog {

    private final transient CardStocks stocks;
    private final transient OfficeCode office;
    private final int seen;
    private final IntegerField cards = Indonesian.integerField("Stok pengaman");
    private final TextField reason = Indonesian.textField("Alasan");

    SafetyStockDialog(CardStocks stocks, OfficeCode office, Runnable changed) {
        super("Stok pengaman", "Simpan", changed);
        this.stocks = stocks;
        this.office = office;
        seen = stocks.safetyStock(office);
        cards.setValue(seen);
        cards.setMin(0);
        cards.setStepButtonsVisible(true);
        reason.setMaxLength(NewCardEntry.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        addFields(
                new Paragraph("Blangko sebanyak ini tidak diusulkan sebagai kuota, untuk gagal cetak dan keperluan"
                        + " mendesak."),
                cards,
                reason);
        findings().at("cards", cards).at("reason", reason);
    }

    @Override
    protected String act() {
        stocks.holdBack(office, seen, cards.getValue(), reason.getValue());
        return "Stok pengaman kini %s blangko.".formatted(Formats.number(cards.getValue()));
    }
}
