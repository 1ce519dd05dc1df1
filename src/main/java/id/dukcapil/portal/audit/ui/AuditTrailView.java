package id.dukcapil.portal.audit.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.audit.AuditTrail;
import id.dukcapil.portal.audit.TrailEntry;
import id.dukcapil.portal.audit.TrailExport;
import id.dukcapil.portal.audit.TrailFilter;
import id.dukcapil.portal.audit.TrailIntegrity;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.ExportButtons;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.documents.export.ExportFormat;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;

/**
 * Jejak audit: who did what to which record. An auditor searches by resident, record, person or time, reads what changed,
 * and sees whether the trail is still as it was sealed. A NIK never stands in the address, only its token.
 */
@Route(AuditTrailView.ROUTE)
@PageTitle("Jejak audit")
@Menu(title = "Jejak audit", order = 122)
@RolesAllowed(Permission.Name.AUDIT_READ)
@StyleSheet("context://styles/audit.css")
class AuditTrailView extends AddressedPage {

    static final String ROUTE = "jejak-audit";

    private static final long serialVersionUID = 1L;

    private final transient AuditTrail trail;
    private final transient TrailIntegrity integrity;
    private final TrailFilters filters;
    private final TrailGrid grid;
    private final EntryPanel panel;
    private final ListAndPanel content;
    private transient String personLookedAt = "";

    AuditTrailView(
            AuditTrail trail,
            TrailIntegrity integrity,
            TrailExport export,
            ExportButtons exportButtons,
            Offices offices,
            CurrentStaff staff,
            Organisation organisation,
            Pulse pulse) {
        super("Jejak audit", ROUTE);
        this.trail = trail;
        this.integrity = integrity;
        setSubtitle(
                "Siapa berbuat apa terhadap berkas apa. Jejak ditulis bersama perbuatannya dan tidak dapat diubah.");
        filters = new TrailFilters(trail, staff.officesInScope(), organisation.timeZone(), this::go);
        var names = new OfficeNames(offices.all());
        grid = new TrailGrid(trail, names, organisation.timeZone(), integrity.latestResult());
        panel = new EntryPanel(names, organisation.timeZone(), this::go);
        content = new ListAndPanel(grid, panel, entry -> go(url().with("baris", entry.id())))
                .whenEmpty(
                        "Tidak ada jejak yang cocok",
                        "Ubah saringan di atas: orang, berkas, pelaku, tindakan, kantor, atau tanggal.");
        add(new IntegrityBanner(integrity, organisation.timeZone(), pulse), filters, content);
        fillHeight(content);
        setActions(
                exportButtons.button("Ekspor CSV", () -> export.ask(filter(), filters.inWords(), ExportFormat.CSV)),
                exportButtons.button("Ekspor Excel", () -> export.ask(filter(), filters.inWords(), ExportFormat.XLSX)));
    }

    private TrailFilter filter() {
        return filters.filter();
    }

    @Override
    protected void refresh() {
        filters.show(url());
        recordLookingAtPerson();
        TrailFilter filter = filter();
        int count = trail.count(filter);
        filters.setCount(Math.min(count, AuditTrail.COUNT_LIMIT), count > AuditTrail.COUNT_LIMIT);
        grid.show(filter, count);
        content.showList(count);
        showChosen();
    }

    /** Once for each resident whose trail is opened, not for each page of it. */
    private void recordLookingAtPerson() {
        String person = Optional.ofNullable(filter().person()).orElse("");
        if (!person.isEmpty() && !person.equals(personLookedAt)) {
            trail.recordLookingAt(person);
        }
        personLookedAt = person;
    }

    private void showChosen() {
        Optional<TrailEntry> chosen =
                url().text("baris").flatMap(AuditTrailView::uuid).flatMap(trail::find);
        if (chosen.isEmpty() && url().text("baris").isPresent()) {
            Notify.warning("Baris jejak itu tidak ada, atau bukan berkas kantor Anda.");
        }
        content.showChosen(
                chosen,
                entry -> panel.show(entry, integrity.sealOf(entry), url(), () -> go(url().with("baris", null))));
    }

    /** What somebody typed into the address can be anything. */
    private static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
