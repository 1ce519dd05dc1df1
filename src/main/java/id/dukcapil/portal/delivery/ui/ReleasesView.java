package id.dukcapil.portal.delivery.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.delivery.ReleaseDetails;
import id.dukcapil.portal.delivery.ReleaseId;
import id.dukcapil.portal.delivery.ReleaseLists;
import id.dukcapil.portal.delivery.ReleaseLists.ReleaseFilter;
import id.dukcapil.portal.delivery.Releases;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Pengambilan dokumen: see what signed documents wait to be printed, issue a QR code and PIN again, withdraw one. */
@Route(ReleasesView.ROUTE)
@PageTitle("Pengambilan dokumen")
@Menu(title = "Pengambilan dokumen", order = 25)
@RolesAllowed(Permission.Name.RELEASE_READ)
@StyleSheet("context://styles/delivery.css")
class ReleasesView extends AddressedPage {

    static final String ROUTE = "pengambilan-dokumen";

    private static final long serialVersionUID = 1L;
    private static final String RELEASE = "dokumen";

    private final transient Releases releases;
    private final transient ReleaseLists lists;
    private final transient ReleaseActions actions;
    private final transient List<Office> offices;
    private final ReleaseFilters filters;
    private final ReleaseGrid grid;
    private final ReleasePanel panel;
    private final ListAndPanel content;

    ReleasesView(Releases releases, ReleaseLists lists, ReleaseActions actions, CurrentStaff staff) {
        super("Pengambilan dokumen", ROUTE);
        this.releases = releases;
        this.lists = lists;
        this.actions = actions;
        offices = staff.officesInScope();
        ZoneId zone = offices.getFirst().timeZone();
        filters = new ReleaseFilters(offices, zone, this::go);
        grid = new ReleaseGrid(lists, zone);
        panel = new ReleasePanel(zone);
        content = new ListAndPanel(grid, panel, row -> go(url().with(RELEASE, row.id())))
                .whenEmpty(
                        "Tidak ada dokumen yang cocok",
                        "Dokumen muncul di sini setelah ditandatangani. Ubah saringan di atas, atau cari dengan nomor"
                                + " permohonan.");
        if (staff.may(Permission.KIOSK_USE)) {
            setActions(kiosk());
        }
        add(filters, content);
        fillHeight(content);
    }

    /** In a window of its own: the kiosk has no menu that leads back. */
    private static Anchor kiosk() {
        var link = new Anchor(KioskView.ROUTE, "Buka anjungan cetak", AnchorTarget.BLANK);
        link.addClassName("button");
        return link;
    }

    @Override
    protected void refresh() {
        filters.show(url());
        ReleaseFilter filter = filters.filter();
        int count = lists.count(filter);
        filters.setCount(Math.min(count, ReleaseLists.COUNT_LIMIT), count > ReleaseLists.COUNT_LIMIT);
        grid.show(filter, count);
        content.showList(count);
        showChosen();
    }

    private void showChosen() {
        Optional<ReleaseDetails> chosen =
                url().text(RELEASE).flatMap(ReleaseId::parse).flatMap(releases::find);
        if (chosen.isEmpty() && url().has(RELEASE)) {
            Notify.warning("Dokumen itu tidak ada, identitasnya sudah dihapus, atau bukan dokumen kantor Anda.");
        }
        content.showChosen(
                chosen,
                release -> panel.show(
                        release,
                        officeName(release),
                        actions.of(release, this::refresh),
                        () -> go(url().with(RELEASE, null))));
    }

    private String officeName(ReleaseDetails release) {
        return offices.stream()
                .filter(office -> office.code().equals(release.office()))
                .map(Office::name)
                .findFirst()
                .orElse(release.office().value());
    }
}
