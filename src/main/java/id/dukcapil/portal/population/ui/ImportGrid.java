package id.dukcapil.portal.population.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.ValueProvider;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.population.importing.ImportEntry;
import id.dukcapil.portal.population.importing.PopulationImports;
import java.time.ZoneId;
import java.util.List;

/** All imports, newest first. */
class ImportGrid extends Grid<ImportEntry> {

    private static final long serialVersionUID = 1L;

    private final transient PopulationImports imports;
    private int shown;

    ImportGrid(PopulationImports imports, ZoneId zone) {
        this.imports = imports;
        setSizeFull();
        addColumn(entry -> entry.id().toString())
                .setHeader("No.")
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(ImportEntry::fileName).setHeader("Berkas").setWidth("12rem").setFlexGrow(1);
        // Wide enough for what they will show when the import has run
        addColumn(StatusBadge.<ImportEntry>renderer(ImportTones::label, ImportTones::of))
                .setHeader("Status")
                .setWidth("11rem")
                .setFlexGrow(0);
        figure("Baris", entry -> entry.counts().read());
        figure("Ditolak", entry -> entry.counts().refused());
        fit(addColumn(entry -> Formats.shortDateTime(entry.uploadedAt(), zone)).setHeader("Diunggah"));
        fit(addColumn(ImportEntry::uploadedBy).setHeader("Oleh"));
        ResponsiveGrid.cards(
                this,
                GridCard.<ImportEntry>of(
                                entry -> entry.id() + " · " + entry.fileName(),
                                entry -> List.of(
                                        "%s baris, %s ditolak"
                                                .formatted(
                                                        number(entry.counts().read()),
                                                        number(entry.counts().refused())),
                                        Formats.shortDateTime(entry.uploadedAt(), zone) + " · " + entry.uploadedBy()))
                        .withBadge(ImportTones::label, ImportTones::of));
    }

    private void figure(String header, ValueProvider<ImportEntry, Integer> rows) {
        addColumn(entry -> number(rows.apply(entry)))
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6.5rem")
                .setFlexGrow(0);
    }

    /** As wide as its content, so that what is left goes to the name of the file. */
    private static void fit(Column<ImportEntry> column) {
        column.setAutoWidth(true).setFlexGrow(0);
    }

    private static String number(int rows) {
        return rows == 0 ? "–" : Formats.number(rows);
    }

    /** Keeps the place in the list while only the figures of its rows change. */
    void show(int count) {
        if (count == shown) {
            getDataProvider().refreshAll();
            return;
        }
        shown = count;
        setItems(KeysetPages.of(imports::page, ImportEntry::id, count));
    }
}
