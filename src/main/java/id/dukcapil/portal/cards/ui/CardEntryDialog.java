package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.CardEntry;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Enters that cards were used, were spoilt or were given back. */
class CardEntryDialog extends FormDialog {

    private static final List<CardEntryKind> KINDS =
            List.of(CardEntryKind.USE, CardEntryKind.MISPRINT, CardEntryKind.DAMAGE, CardEntryKind.RETURN);

    private final transient CardLedger ledger;
    private final transient Office office;
    private final UUID token = UUID.randomUUID();
    private final Select<CardEntryKind> kind = Indonesian.select("Jenis");
    private final IntegerField cards = Indonesian.integerField("Jumlah blangko");
    private final DatePicker happenedOn = Indonesian.datePicker("Tanggal");
    private final TextField reference = Indonesian.textField("Nomor surat jalan atau berita acara");
    private final TextField reason = Indonesian.textField("Alasan");

    /** @param chosen the kind that is filled in already; it can be changed */
    CardEntryDialog(CardLedger ledger, Office office, CardEntryKind chosen, LocalDate today, Runnable changed) {
        super("Catat blangko, " + office.name(), "Catat", changed);
        this.ledger = ledger;
        this.office = office;
        kind.setItems(KINDS);
        kind.setItemLabelGenerator(CardEntryKind::label);
        kind.addValueChangeListener(change -> showFieldsOf(change.getValue()));
        kind.setValue(chosen);
        cards.setMin(1);
        cards.setStepButtonsVisible(true);
        happenedOn.setValue(today);
        happenedOn.setMax(today);
        happenedOn.setMin(today.minusDays(NewCardEntry.FURTHEST_BACK_DAYS));
        reference.setMaxLength(NewCardEntry.LONGEST_REFERENCE);
        reason.setMaxLength(NewCardEntry.LONGEST_REASON);
        reason.setPlaceholder("Misalnya gagal encode, lampiran surat permintaan");
        addFields(cards, kind, happenedOn, reference, reason);
        findings()
                .at("kind", kind)
                .at("cards", cards)
                .at("happenedOn", happenedOn)
                .at("reference", reference)
                .at("reason", reason);
    }

    /** A field that is not needed can still be filled in: a note never does harm. */
    private void showFieldsOf(CardEntryKind chosen) {
        reference.setRequiredIndicatorVisible(chosen.needsReference());
        reason.setRequiredIndicatorVisible(chosen.needsReason());
        reference.setVisible(chosen.needsReference());
    }

    @Override
    protected String act() {
        CardEntry entry = ledger.enter(new NewCardEntry(
                office.code(),
                kind.getValue(),
                cards.getValue(),
                happenedOn.getValue(),
                reference.isVisible() ? reference.getValue() : "",
                reason.getValue(),
                token));
        return "%s %s blangko dicatat sebagai baris %d; stok kini %s."
                .formatted(
                        entry.kind().label(),
                        Formats.number(entry.cards()),
                        entry.number(),
                        Formats.number(entry.stockAfter()));
    }
}
