package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import id.dukcapil.portal.cards.shipment.CardTransfers;
import id.dukcapil.portal.cards.shipment.Transfer;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.staff.Office;
import java.util.UUID;

/** Sends cards to another office. */
class SendDialog extends FormDialog {

    private final transient CardTransfers transfers;
    private final transient OfficeCode from;
    private final UUID token = UUID.randomUUID();
    private final ComboBox<Office> to = Indonesian.comboBox("Kantor tujuan");
    private final IntegerField cards = Indonesian.integerField("Jumlah blangko");

    SendDialog(CardTransfers transfers, OfficeCode from, Runnable changed) {
        super("Kirim blangko ke kantor lain", "Kirim", changed);
        this.transfers = transfers;
        this.from = from;
        to.setItems(transfers.destinations(from));
        to.setItemLabelGenerator(Office::name);
        cards.setMin(1);
        addFields(to, cards);
        findings().at("to", to).at("cards", cards);
    }

    @Override
    protected String act() {
        Transfer sent = transfers.send(from, ListFilters.chosen(to, Office::code), cards.getValue(), token);
        return "%s blangko dikirim ke %s, surat %s."
                .formatted(Formats.number(sent.sent()), sent.toName(), sent.number());
    }
}
