package id.dukcapil.portal.documents.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.documents.export.ExportEntry;
import id.dukcapil.portal.documents.export.ExportSettings;
import id.dukcapil.portal.documents.export.Exports;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Optional;

/**
 * Unduhan: the lists that somebody asked for as files, those that are being made and those that can be downloaded. Everybody
 * sees their own only.
 */
@Route(ExportsView.ROUTE)
@PageTitle("Unduhan")
@Menu(title = "Unduhan", order = 105)
@PermitAll
@StyleSheet("context://styles/exports.css")
class ExportsView extends Page implements AfterNavigationObserver {

    static final String ROUTE = "unduhan";
    static final String EXPORT = "berkas";

    private static final long serialVersionUID = 1L;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final transient Exports exports;
    private final ExportGrid grid;
    private final ExportPanel panel;
    private final EmptyState empty = new EmptyState(
            "Belum ada unduhan",
            "Tekan Ekspor pada sebuah daftar, misalnya Pemesanan. Berkasnya dibuat di latar dan muncul di sini.");
    private transient UrlState url = new UrlState();
    private int open;

    ExportsView(Exports exports, ExportWatch watch, ExportSettings settings, Organisation organisation) {
        super("Unduhan");
        this.exports = exports;
        setSubtitle("Daftar yang Anda ekspor. Berkas dihapus %d jam setelah siap, karena memuat data pribadi."
                .formatted(settings.kept().toHours()));
        grid = new ExportGrid(exports, organisation.timeZone());
        grid.addItemClickListener(click ->
                Optional.ofNullable(click.getItem()).ifPresent(entry -> go(url.with(EXPORT, entry.id()))));
        panel = new ExportPanel(exports, organisation.timeZone(), this::refresh);
        var list = new Div(grid, empty);
        list.addClassName("list");
        var content = new Div(list, panel);
        content.addClassName("list-and-panel");
        add(content);
        fillHeight(content);
        watch.follow(this, LOOK_EVERY, this::look);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        url = UrlState.of(event.getLocation());
        refresh();
        if (url.has(EXPORT) && chosen().isEmpty()) {
            Notify.warning("Ekspor itu tidak ada, atau bukan milik Anda.");
        }
    }

    /** Also the moment after the last one has ended shows something new. */
    void look() {
        if (open > 0 || exports.underWay() > 0) {
            refresh();
        }
    }

    private void refresh() {
        open = exports.underWay();
        int count = exports.count();
        grid.show(count);
        grid.setVisible(count > 0);
        empty.setVisible(count == 0);
        Optional<ExportEntry> chosen = chosen();
        panel.setVisible(chosen.isPresent());
        chosen.ifPresent(entry -> panel.show(entry, () -> go(url.with(EXPORT, null))));
    }

    private Optional<ExportEntry> chosen() {
        return url.text(EXPORT).flatMap(ExportId::parse).flatMap(exports::find);
    }

    private void go(UrlState next) {
        next.open(UI.getCurrent(), ROUTE);
    }
}
