package id.dukcapil.portal.documents.ui;

import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.documents.export.ExportEntry;
import id.dukcapil.portal.documents.export.Exports;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One export: how it stands, what it holds, and what can be done with it. */
class ExportPanel extends DetailPanel {

    private final transient Exports exports;
    private final ZoneId zone;
    private final ExportState state;
    private transient @Nullable ExportEntry shown;

    ExportPanel(Exports exports, ZoneId zone, Runnable changed) {
        super("rincian ekspor");
        this.exports = exports;
        this.zone = zone;
        state = new ExportState(exports, zone, changed);
    }

    void show(ExportEntry entry) {
        ExportEntry before = shown;
        shown = entry;
        state.show(entry);
        boolean onlyFigures = before != null
                && before.id().equals(entry.id())
                && before.status() == entry.status()
                && before.cancelling() == entry.cancelling()
                && before.downloads() == entry.downloads();
        if (onlyFigures) {
            return;
        }
        startWith(exports.titleOf(entry), new StatusBadge(ExportTexts.label(entry), ExportTexts.tone(entry)));
        add(state, section("Isi", facts(entry)));
    }

    private KeyValueList facts(ExportEntry entry) {
        var facts = new KeyValueList()
                .with("Bentuk", entry.format().label())
                .with("Saringan", entry.filterWords())
                .with("Diminta", Formats.dateTime(entry.requestedAt(), zone));
        if (entry.finishedAt() != null) {
            facts.with("Berakhir", Formats.dateTime(entry.finishedAt(), zone));
        }
        if (entry.size() != null) {
            facts.with("Baris", Formats.number(entry.rows())).with("Ukuran", ExportTexts.size(entry));
            facts.with("Diunduh", entry.downloads() == 0 ? "belum" : Formats.number(entry.downloads()) + " kali");
        }
        return facts;
    }
}
