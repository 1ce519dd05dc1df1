package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.cards.CardEntry;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** One line of the ledger beside the list. */
class CardPanel extends DetailPanel {

    private static final long serialVersionUID = 1L;

    CardPanel() {
        super("rincian baris");
    }

    void show(CardEntry entry, ZoneId zone, List<Component> actions, Runnable dismissed) {
        startWith(
                "Baris " + entry.number(),
                dismissed,
                new StatusBadge(entry.kind().label(), CardTones.of(entry.kind())));
        var buttons = new Div();
        buttons.addClassName("panel-actions");
        actions.forEach(buttons::add);
        add(facts(entry, zone), buttons);
    }

    private static KeyValueList facts(CardEntry entry, ZoneId zone) {
        var facts = new KeyValueList()
                .with("Jumlah", CardGrid.signed(entry))
                .with("Stok sesudahnya", Formats.number(entry.stockAfter()))
                .with("Tanggal kejadian", Formats.longDate(entry.happenedOn()))
                .with("Nomor surat", Objects.requireNonNullElse(entry.reference(), ""))
                .with("Alasan", Objects.requireNonNullElse(entry.reason(), ""));
        Integer corrects = entry.correctsNumber();
        if (corrects != null) {
            facts.with("Mengoreksi baris", corrects.toString());
        }
        if (entry.correctedBy() != 0) {
            facts.with("Dikoreksi kemudian", CardGrid.signed(entry.correctedBy()))
                    .with("Jumlah yang benar", Formats.number(entry.cards()));
        }
        return facts.with("Dicatat oleh", entry.enteredBy())
                .with("Dicatat pada", Formats.dateTime(entry.enteredAt(), zone));
    }
}
