package id.dukcapil.portal.population.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.FileLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.population.importing.ImportEntry;
import id.dukcapil.portal.population.importing.ImportId;
import id.dukcapil.portal.population.importing.ImportPreview;
import id.dukcapil.portal.population.importing.ImportRefused;
import id.dukcapil.portal.population.importing.ImportReport;
import id.dukcapil.portal.population.importing.ImportStatus;
import id.dukcapil.portal.population.importing.ImportTemplate;
import id.dukcapil.portal.population.importing.PopulationImports;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody brings a list from SIAK, sees what the portal makes of it, tries it out or imports it, and works through what was refused.
 * While the import that is shown is under way the page is told every second how far it is.
 */
@Route(ImportsView.ROUTE)
@PageTitle("Impor penduduk")
@Menu(title = "Impor penduduk", order = 60)
@RolesAllowed(Permission.Name.POPULATION_IMPORT)
@StyleSheet("context://styles/population.css")
class ImportsView extends RegisterPage<ImportEntry> {

    static final String ROUTE = "impor-penduduk";
    static final String IMPORT = "impor";

    private final transient PopulationImports imports;
    private final transient ImportActions actions;
    private final ImportPanel panel;
    private final transient Pulse pulse;
    private transient @Nullable Registration watch;

    ImportsView(
            PopulationImports imports,
            ImportReport report,
            ImportTemplate template,
            Organisation organisation,
            Pulse pulse) {
        super("Impor penduduk", ROUTE);
        this.imports = imports;
        this.pulse = pulse;
        ZoneId zone = organisation.timeZone();
        actions = new ImportActions(imports, zone, this::changed);
        addColumns(zone);
        list(imports::count, imports::page, ImportEntry::id);
        panel = new ImportPanel(imports, report, zone);
        open(panel, IMPORT, ImportEntry::id, id -> chosen(), this::show, "Impor dengan nomor itu tidak ada.");
        whenEmpty(
                "Belum ada impor",
                "Unggah daftar penduduk dari SIAK di atas. Sebelum ada yang ditulis, portal menunjukkan kolom dan baris"
                        + " pertamanya.");
        lay(new ImportUpload(imports, entry -> changed(entry.id())));
        setActions(new FileLink(
                "Unduh templat", "templat-impor-penduduk.xlsx", FileLink.XLSX, out -> out.write(template.xlsx())));
    }

    private void addColumns(ZoneId zone) {
        grid.column("No.", entry -> entry.id().toString());
        grid.column("Berkas", "12rem", ImportEntry::fileName).setFlexGrow(1);
        // Wide enough for what they will show when the import has run
        grid.badge("Status", "11rem", ImportTones::label, ImportTones::of);
        grid.number("Baris", "6.5rem", entry -> number(entry.counts().read()));
        grid.number("Ditolak", "6.5rem", entry -> number(entry.counts().refused()));
        grid.column("Diunggah", entry -> Formats.shortDateTime(entry.uploadedAt(), zone));
        grid.column("Oleh", ImportEntry::uploadedBy);
        grid.cards(
                entry -> entry.id() + " · " + entry.fileName(),
                entry -> List.of(
                        "%s baris, %s ditolak"
                                .formatted(
                                        number(entry.counts().read()),
                                        number(entry.counts().refused())),
                        Formats.shortDateTime(entry.uploadedAt(), zone) + " · " + entry.uploadedBy()));
    }

    private static String number(int rows) {
        return rows == 0 ? "–" : Formats.number(rows);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        watch(false);
    }

    @Override
    protected void refresh() {
        super.refresh();
        showCount();
        watch(chosen().filter(entry -> entry.status().underWay()).isPresent());
    }

    /** A look from outside any request: as long as only figures have moved, nothing else on the page does. */
    private void look() {
        if (chosen().filter(panel::advance).isPresent()) {
            showRows();
            showCount();
        } else {
            refresh();
        }
    }

    private void showCount() {
        int count = imports.count();
        setSubtitle(count == 0 ? "" : Formats.number(count) + " impor");
    }

    private void watch(boolean underWay) {
        Registration present = watch;
        if (underWay && present == null) {
            watch = pulse.watch(UI.getCurrent(), this::look);
        } else if (!underWay && present != null) {
            present.remove();
            watch = null;
        }
    }

    private void show(ImportEntry entry) {
        panel.show(entry);
        if (entry.status() == ImportStatus.READY) {
            showPreview(entry);
        } else {
            actions.offer(panel, entry);
        }
    }

    /** The actions stand where they are seen without leafing through the columns. */
    private void showPreview(ImportEntry entry) {
        try {
            ImportPreview preview = imports.preview(entry.id());
            ImportPreviewSections.warnings(preview).forEach(panel::add);
            actions.offer(panel, entry);
            ImportPreviewSections.details(preview).forEach(panel::add);
        } catch (ImportRefused refused) {
            Notify.problem(refused.sentence());
        }
    }

    private Optional<ImportEntry> chosen() {
        return url().number(IMPORT).flatMap(number -> imports.find(new ImportId(number)));
    }

    private void changed(ImportId id) {
        go(url().with(IMPORT, id));
        refresh();
    }
}
