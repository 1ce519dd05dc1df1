package id.dukcapil.portal.delivery.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.delivery.ReleaseId;
import id.dukcapil.portal.delivery.ReleaseLists;
import id.dukcapil.portal.delivery.ReleaseLists.ReleaseFilter;
import id.dukcapil.portal.delivery.ReleaseLists.ReleaseRow;
import id.dukcapil.portal.delivery.ReleaseStatus;
import id.dukcapil.portal.delivery.Releases;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;

/** Pengambilan dokumen: see what signed documents wait to be printed, issue a QR code and PIN again, withdraw one. */
@Route(ReleasesView.ROUTE)
@PageTitle("Pengambilan dokumen")
@Menu(title = "Pengambilan dokumen", order = 25)
@RolesAllowed(Permission.Name.RELEASE_READ)
@StyleSheet("context://styles/delivery.css")
class ReleasesView extends RegisterPage<ReleaseRow> {

    static final String ROUTE = "pengambilan-dokumen";

    private final transient ZoneId zone;
    private final TextField reference = filters.text("Cari", "Nomor permohonan", ListFilters.SEARCH);
    private final Select<ReleaseStatus> status =
            filters.select("Status", "Semua status", "status", ReleaseStatus.values(), ReleaseStatus::label);
    private final ComboBox<Office> office;
    private final ListFilters.Period period;

    ReleasesView(Releases releases, ReleaseLists lists, CurrentStaff staff) {
        super("Pengambilan dokumen", ROUTE);
        List<Office> offices = staff.officesInScope();
        zone = offices.getFirst().timeZone();
        office = filters.office(offices);
        period = filters.period();
        addColumns();
        list(this::filter, lists::count, ReleaseLists.COUNT_LIMIT, lists::page, ReleaseRow::cursor);
        var panel = new ReleasePanel(releases, offices, staff.may(Permission.RELEASE_ISSUE), this::refresh);
        open(
                panel,
                "dokumen",
                ReleaseRow::id,
                id -> ReleaseId.parse(id).flatMap(releases::find),
                panel::show,
                "Dokumen itu tidak ada, identitasnya sudah dihapus, atau bukan dokumen kantor Anda.");
        whenEmpty(
                "Tidak ada dokumen yang cocok",
                "Dokumen muncul di sini setelah ditandatangani. Ubah saringan di atas, atau cari dengan nomor permohonan.");
        if (staff.may(Permission.KIOSK_USE)) {
            setActions(kiosk());
        }
        lay();
    }

    private void addColumns() {
        grid.column("Diterbitkan", "9.5rem", row -> Formats.shortDateTime(row.createdAt(), zone));
        grid.column("Nomor", "13.5rem", ReleaseRow::reference);
        grid.column("Dokumen", 1, ReleaseRow::title);
        grid.column("Pemilik", 2, ReleasesView::owner);
        grid.column("Berlaku sampai", "9.5rem", row -> Formats.shortDateTime(row.expiresAt(), zone));
        grid.badge("Status", "10rem", row -> row.status().label(), row -> tone(row.status()));
        grid.cards(
                ReleasesView::owner,
                row -> List.of(row.title() + " · " + row.reference(), Formats.shortDateTime(row.createdAt(), zone)));
    }

    /** In a window of its own: the kiosk has no menu that leads back. */
    private static Anchor kiosk() {
        var link = new Anchor(KioskView.ROUTE, "Buka anjungan cetak", AnchorTarget.BLANK);
        link.addClassName("button");
        return link;
    }

    private static String owner(ReleaseRow row) {
        return row.recipient().isEmpty() ? "(identitas dihapus)" : row.recipient();
    }

    /** The colour beside each status word. */
    static Tone tone(ReleaseStatus status) {
        return switch (status) {
            case ISSUED, REISSUED, SENT, OPENED -> Tone.INFO;
            case PRINTED -> Tone.OK;
            case FAILED, EXPIRED -> Tone.WARN;
            case BOUNCED, LOCKED -> Tone.LATE;
            case REVOKED -> Tone.NEUTRAL;
        };
    }

    private ReleaseFilter filter() {
        return new ReleaseFilter(
                status.getValue(),
                ListFilters.chosen(office, Office::code),
                reference.getValue(),
                period.start(zone),
                period.end(zone));
    }
}
