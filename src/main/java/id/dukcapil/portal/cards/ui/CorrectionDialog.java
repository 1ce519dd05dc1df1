package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.CardEntry;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import java.util.UUID;

/** Puts a line right: asks how many cards it should have been, and writes the difference as a further line. */
class CorrectionDialog extends FormDialog {

    private final transient CardLedger ledger;
    private final transient CardEntry line;
    private final UUID token = UUID.randomUUID();
    private final IntegerField cards = Indonesian.integerField("Jumlah yang benar");
    private final TextField reason = Indonesian.textField("Alasan");

    CorrectionDialog(CardLedger ledger, CardEntry line, Runnable changed) {
        super("Koreksi baris " + line.number(), "Koreksi", changed);
        this.ledger = ledger;
        this.line = line;
        cards.setValue(line.cards());
        cards.setMin(0);
        cards.setStepButtonsVisible(true);
        cards.setHelperText("0 bila baris ini seharusnya tidak ada.");
        reason.setMaxLength(NewCardEntry.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        addFields(
                new Paragraph("%s %s blangko pada %s. Baris ini tetap tercatat; selisihnya ditulis sebagai baris baru."
                        .formatted(
                                line.kind().label(),
                                Formats.number(line.cards()),
                                Formats.longDate(line.happenedOn()))),
                cards,
                reason);
        findings().at("cards", cards).at("reason", reason);
    }

    @Override
    protected String act() {
        CardEntry correction = ledger.correct(line, cards.getValue(), reason.getValue(), token);
        return "Baris %d dikoreksi %s; stok kini %s."
                .formatted(line.number(), CardsView.signed(correction), Formats.number(correction.stockAfter()));
    }
}
