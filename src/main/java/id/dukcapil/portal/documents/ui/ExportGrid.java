package id.dukcapil.portal.documents.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.documents.export.ExportEntry;
import id.dukcapil.portal.documents.export.ExportStatus;
import id.dukcapil.portal.documents.export.Exports;
import java.time.ZoneId;
import java.util.List;

/** One's own exports, newest first, each with its file within reach. */
class ExportGrid extends Grid<ExportEntry> {

    private static final long serialVersionUID = 1L;
    private static final String DOWNLOAD = """
            <a class="button" router-ignore href="${item.address}" aria-label="Unduh ${item.title}" \
            ?hidden="${!item.ready}" @click="${event => event.stopPropagation()}">Unduh</a>""";

    private final transient Exports exports;
    private int shown = -1;

    ExportGrid(Exports exports, ZoneId zone) {
        this.exports = exports;
        setSizeFull();
        addColumn(this::title).setHeader("Daftar").setWidth("16rem").setFlexGrow(1);
        addColumn(ExportEntry::filterWords)
                .setHeader("Saringan")
                .setWidth("10rem")
                .setFlexGrow(2)
                .setTooltipGenerator(ExportEntry::filterWords);
        addColumn(StatusBadge.<ExportEntry>renderer(ExportTexts::label, ExportTexts::tone))
                .setHeader("Status")
                .setWidth("10rem")
                .setFlexGrow(0);
        figure("Baris", ExportTexts::rows);
        figure("Ukuran", ExportTexts::size);
        moment("Diminta", entry -> Formats.shortDateTime(entry.requestedAt(), zone));
        moment("Sampai", entry -> until(entry, zone));
        addColumn(LitRenderer.<ExportEntry>of(DOWNLOAD)
                        .withProperty("address", ExportTexts::address)
                        .withProperty("title", this::title)
                        .withProperty("ready", entry -> entry.status() == ExportStatus.READY))
                .setHeader("")
                .setWidth("7rem")
                .setFlexGrow(0);
        ResponsiveGrid.cards(
                this,
                GridCard.<ExportEntry>of(this::title, entry -> lines(entry, zone))
                        .withBadge(ExportTexts::label, ExportTexts::tone));
    }

    private void figure(String header, ValueProvider<ExportEntry, String> text) {
        addColumn(text)
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("5.5rem")
                .setFlexGrow(0);
    }

    private void moment(String header, ValueProvider<ExportEntry, String> text) {
        addColumn(text).setHeader(header).setWidth("9.5rem").setFlexGrow(0);
    }

    private String title(ExportEntry entry) {
        return exports.titleOf(entry) + " (" + entry.format().label() + ")";
    }

    private static String until(ExportEntry entry, ZoneId zone) {
        return entry.status() == ExportStatus.READY && entry.expiresAt() != null
                ? Formats.shortDateTime(entry.expiresAt(), zone)
                : "–";
    }

    private static List<String> lines(ExportEntry entry, ZoneId zone) {
        return List.of(
                entry.filterWords(),
                "%s baris · %s · %s"
                        .formatted(
                                ExportTexts.rows(entry),
                                ExportTexts.size(entry),
                                Formats.shortDateTime(entry.requestedAt(), zone)));
    }

    /** Keeps the place in the list while only the figures of its rows change. */
    void show(int count) {
        if (count == shown) {
            getDataProvider().refreshAll();
            return;
        }
        shown = count;
        setItems(KeysetPages.of(exports::page, ExportEntry::id, count));
    }
}
