package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.Component;
import id.dukcapil.portal.cards.CardEntry;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import java.time.ZoneId;
import java.util.Objects;

/** One line of the ledger beside the list. */
class CardPanel extends DetailPanel {

    CardPanel() {
        super("rincian baris");
    }

    void show(CardEntry entry, ZoneId zone, Component... buttons) {
        startWith("Baris " + entry.number(), new StatusBadge(entry.kind().label(), CardsView.tone(entry.kind())));
        offer(buttons);
        add(facts(entry, zone), actions);
    }

    private static KeyValueList facts(CardEntry entry, ZoneId zone) {
        var facts = new KeyValueList()
                .with("Jumlah", CardsView.signed(entry))
                .with("Stok sesudahnya", Formats.number(entry.stockAfter()))
                .with("Tanggal kejadian", Formats.longDate(entry.happenedOn()))
                .with("Nomor surat", Objects.requireNonNullElse(entry.reference(), ""))
                .with("Alasan", Objects.requireNonNullElse(entry.reason(), ""));
        Integer corrects = entry.correctsNumber();
        if (corrects != null) {
            facts.with("Mengoreksi baris", corrects.toString());
        }
        if (entry.correctedBy() != 0) {
            facts.with("Dikoreksi kemudian", CardsView.signed(entry.correctedBy()))
                    .with("Jumlah yang benar", Formats.number(entry.cards()));
        }
        return facts.with("Dicatat oleh", entry.enteredBy())
                .with("Dicatat pada", Formats.dateTime(entry.enteredAt(), zone));
    }
}
