package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.CardEntry;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import java.util.UUID;

/** Compares the ledger with what was counted by hand, and enters the difference. */
class StockTakeDialog extends FormDialog {

    private final transient CardLedger ledger;
    private final transient OfficeCode office;
    private final int expected;
    private final UUID token = UUID.randomUUID();
    private final IntegerField counted = Indonesian.integerField("Jumlah yang dihitung");
    private final TextField reason = Indonesian.textField("Alasan selisih");

    StockTakeDialog(CardLedger ledger, OfficeCode office, int expected, Runnable changed) {
        super("Hitung fisik", "Catat selisih", changed);
        this.ledger = ledger;
        this.office = office;
        this.expected = expected;
        counted.setMin(0);
        reason.setMaxLength(NewCardEntry.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        addFields(
                new Paragraph("Menurut buku ada %s blangko. Hitung yang ada di lemari, lalu isi jumlahnya."
                        .formatted(Formats.number(expected))),
                counted,
                reason);
        findings().at("counted", counted).at("cards", counted).at("reason", reason);
    }

    @Override
    protected String act() {
        CardEntry correction = ledger.count(office, expected, counted.getValue(), reason.getValue(), token);
        return "Selisih %s dicatat; stok kini %s."
                .formatted(CardsView.signed(correction), Formats.number(correction.stockAfter()));
    }
}
