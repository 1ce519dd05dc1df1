package id.dukcapil.portal.documents.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.documents.export.ExportEntry;
import id.dukcapil.portal.documents.export.ExportSettings;
import id.dukcapil.portal.documents.export.ExportStatus;
import id.dukcapil.portal.documents.export.Exports;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * Unduhan: the lists that somebody asked for as files, those that are being made and those that can be downloaded. Everybody
 * sees their own only.
 */
@Route(ExportsView.ROUTE)
@PageTitle("Unduhan")
@Menu(title = "Unduhan", order = 105)
@PermitAll
@StyleSheet("context://styles/exports.css")
class ExportsView extends RegisterPage<ExportEntry> {

    static final String ROUTE = "unduhan";
    static final String EXPORT = "berkas";

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final String DOWNLOAD = """
            <a class="button" router-ignore href="${item.address}" aria-label="Unduh ${item.title}" \
            ?hidden="${!item.ready}" @click="${event => event.stopPropagation()}">Unduh</a>""";

    private final transient Exports exports;
    private final transient ZoneId zone;
    private int underWay;

    ExportsView(Exports exports, ExportWatch watch, ExportSettings settings, Organisation organisation) {
        super("Unduhan", ROUTE);
        this.exports = exports;
        zone = organisation.timeZone();
        setSubtitle("Daftar yang Anda ekspor. Berkas dihapus %d jam setelah siap, karena memuat data pribadi."
                .formatted(settings.kept().toHours()));
        addColumns();
        list(exports::count, exports::page, ExportEntry::id);
        var panel = new ExportPanel(exports, zone, this::refresh);
        open(
                panel,
                EXPORT,
                ExportEntry::id,
                id -> ExportId.parse(id).flatMap(exports::find),
                panel::show,
                "Ekspor itu tidak ada, atau bukan milik Anda.");
        whenEmpty(
                "Belum ada unduhan",
                "Tekan Ekspor pada sebuah daftar, misalnya Pemesanan. Berkasnya dibuat di latar dan muncul di sini.");
        lay();
        watch.follow(this, LOOK_EVERY, this::look);
    }

    private void addColumns() {
        grid.column("Daftar", "16rem", this::title).setFlexGrow(1);
        grid.column("Saringan", "10rem", ExportEntry::filterWords)
                .setFlexGrow(2)
                .setTooltipGenerator(ExportEntry::filterWords);
        grid.badge("Status", "10rem", ExportTexts::label, ExportTexts::tone);
        grid.number("Baris", "5.5rem", ExportTexts::rows);
        grid.number("Ukuran", "5.5rem", ExportTexts::size);
        grid.column("Diminta", "9.5rem", entry -> Formats.shortDateTime(entry.requestedAt(), zone));
        grid.column("Sampai", "9.5rem", this::until);
        grid.addColumn(LitRenderer.<ExportEntry>of(DOWNLOAD)
                        .withProperty("address", ExportTexts::address)
                        .withProperty("title", this::title)
                        .withProperty("ready", entry -> entry.status() == ExportStatus.READY))
                .setHeader("")
                .setWidth("7rem")
                .setFlexGrow(0);
        grid.cards(this::title, this::lines);
    }

    private String title(ExportEntry entry) {
        return exports.titleOf(entry) + " (" + entry.format().label() + ")";
    }

    private String until(ExportEntry entry) {
        return entry.status() == ExportStatus.READY && entry.expiresAt() != null
                ? Formats.shortDateTime(entry.expiresAt(), zone)
                : "–";
    }

    private List<String> lines(ExportEntry entry) {
        return List.of(
                entry.filterWords(),
                "%s baris · %s · %s"
                        .formatted(
                                ExportTexts.rows(entry),
                                ExportTexts.size(entry),
                                Formats.shortDateTime(entry.requestedAt(), zone)));
    }

    /** Also the moment after the last one has ended shows something new. */
    void look() {
        if (underWay > 0 || exports.underWay() > 0) {
            refresh();
        }
    }

    @Override
    protected void refresh() {
        underWay = exports.underWay();
        super.refresh();
    }
}
