package id.dukcapil.portal.population.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.FileLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.population.importing.ImportEntry;
import id.dukcapil.portal.population.importing.ImportEntry.Counts;
import id.dukcapil.portal.population.importing.ImportLine;
import id.dukcapil.portal.population.importing.ImportLine.Outcome;
import id.dukcapil.portal.population.importing.ImportReport;
import id.dukcapil.portal.population.importing.PopulationImports;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One import: how far it is or what came of it, with the rows that need somebody. */
class ImportPanel extends DetailPanel {

    private static final int LINES_SHOWN = 50;

    private final transient PopulationImports imports;
    private final transient ImportReport report;
    private final ZoneId zone;
    private final ImportProgress progress = new ImportProgress();
    private final Div figures = new Div();
    private StatusBadge badge = new StatusBadge("", Tone.NEUTRAL);
    private transient @Nullable ImportEntry shown;

    ImportPanel(PopulationImports imports, ImportReport report, ZoneId zone) {
        super("rincian impor");
        this.imports = imports;
        this.report = report;
        this.zone = zone;
        addClassName("import-panel");
    }

    /** What is the same for every import; the rest is added by {@link ImportActions} and the methods below. */
    void show(ImportEntry entry) {
        shown = entry;
        badge = new StatusBadge(ImportTones.label(entry), ImportTones.of(entry));
        startWith("Impor " + entry.id(), badge);
        String trouble = entry.trouble();
        if (trouble != null) {
            add(new Callout("Gangguan", entry.status().underWay() ? Tone.WARN : Tone.LATE, trouble));
        }
        if (entry.status().underWay()) {
            progress.show(entry);
            add(section("Kemajuan", progress, muted("Halaman ini boleh ditinggalkan; impor tetap berjalan.")));
        }
        add(section("Berkas", facts(entry)));
        showFigures(entry);
        add(figures);
        if (entry.hasReport()) {
            showReport(entry);
        }
    }

    /**
     * Brings the figures of an import that is under way up to date, and touches nothing that somebody may just be reading or
     * about to press.
     *
     * @return false when more than figures has changed and it must be shown anew
     */
    boolean advance(ImportEntry entry) {
        ImportEntry before = shown;
        if (before == null || !differsInFiguresOnly(before, entry)) {
            return false;
        }
        if (!before.equals(entry)) {
            shown = entry;
            badge.setText(ImportTones.label(entry));
            progress.show(entry);
            showFigures(entry);
        }
        return true;
    }

    private static boolean differsInFiguresOnly(ImportEntry before, ImportEntry now) {
        return before.id().equals(now.id())
                && before.status().underWay()
                && now.status().underWay()
                && before.cancellable() == now.cancellable()
                && Objects.equals(before.trouble(), now.trouble());
    }

    private void showFigures(ImportEntry entry) {
        figures.removeAll();
        figures.setVisible(entry.counts().read() > 0);
        figures.add(section("Hasil", counts(entry)));
    }

    static Button button(String label, boolean primary, Runnable act) {
        var button = new Button(label, click -> act.run());
        button.setDisableOnClick(true);
        if (primary) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return button;
    }

    private KeyValueList facts(ImportEntry entry) {
        var facts = new KeyValueList()
                .with("Nama", entry.fileName())
                .with("Ukuran", size(entry.fileSize()))
                .with("Diunggah", Formats.dateTime(entry.uploadedAt(), zone) + ", " + entry.uploadedBy());
        if (entry.startedAt() != null) {
            facts.with("Dimulai", Formats.dateTime(entry.startedAt(), zone) + ", " + entry.startedBy());
        }
        if (entry.finishedAt() != null) {
            facts.with("Berakhir", Formats.dateTime(entry.finishedAt(), zone));
        }
        return entry.dryRun() ? facts.with("Cara", "uji coba: tidak ada yang ditulis") : facts;
    }

    private static String size(long bytes) {
        return bytes < 1 << 20
                ? Formats.decimal(bytes / 1024.0) + " kB"
                : Formats.decimal(bytes / (double) (1 << 20)) + " MB";
    }

    private static KeyValueList counts(ImportEntry entry) {
        Counts counts = entry.counts();
        return new KeyValueList()
                .asLedger()
                .with("Baris dibaca", Formats.number(counts.read()))
                .with("Diterima", Formats.number(counts.accepted()))
                .with("di antaranya perlu dilihat", Formats.number(counts.warned()))
                .with("Ditolak", Formats.number(counts.refused()))
                .with(entry.dryRun() ? "Akan menjadi penduduk baru" : "Penduduk baru", Formats.number(counts.fresh()))
                .with(entry.dryRun() ? "Akan diperbarui" : "Diperbarui", Formats.number(counts.changed()))
                .with("Tidak berubah", Formats.number(counts.same()));
    }

    private void showReport(ImportEntry entry) {
        String name = "laporan-impor-" + entry.id();
        var downloads = actions(
                new FileLink("Laporan Excel", name + ".xlsx", FileLink.XLSX, out -> report.xlsx(entry.id(), out)),
                new FileLink("Laporan CSV", name + ".csv", FileLink.CSV, out -> report.csv(entry.id(), out)));
        add(section("Laporan per baris", downloads));
        showLines(
                "Baris yang ditolak",
                imports.lines(entry.id(), Outcome.REFUSED, LINES_SHOWN),
                entry.counts().refused());
        showLines(
                "Baris yang perlu dilihat",
                imports.lines(entry.id(), Outcome.WARNED, LINES_SHOWN),
                entry.counts().warned());
    }

    private void showLines(String title, List<ImportLine> lines, int all) {
        if (lines.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("import-lines");
        lines.forEach(line -> list.add(line(line.number(), line.nik(), line.findings())));
        var section = section(title, list);
        if (all > lines.size()) {
            section.add(muted("… dan %s baris lagi dalam laporan.".formatted(Formats.number(all - lines.size()))));
        }
        add(section);
    }

    static ListItem line(int number, @Nullable String nik, List<String> findings) {
        var head = new Span("Baris %s%s".formatted(Formats.number(number), nik == null ? "" : " · " + nik));
        head.addClassName("import-line");
        var item = new ListItem(head);
        findings.forEach(finding -> item.add(new Paragraph(finding)));
        return item;
    }

    static Span muted(String text) {
        var span = new Span(text);
        span.addClassName("muted");
        return span;
    }
}
