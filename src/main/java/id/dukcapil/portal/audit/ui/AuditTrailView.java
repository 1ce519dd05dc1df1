package id.dukcapil.portal.audit.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.audit.AuditTrail;
import id.dukcapil.portal.audit.Damage;
import id.dukcapil.portal.audit.TrailEntry;
import id.dukcapil.portal.audit.TrailExport;
import id.dukcapil.portal.audit.TrailIntegrity;
import id.dukcapil.portal.audit.TrailIntegrity.Seal;
import id.dukcapil.portal.audit.VerificationRun;
import id.dukcapil.portal.common.NamedOffice;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.ExportButtons;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.documents.export.ExportFormat;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;
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
class AuditTrailView extends RegisterPage<TrailEntry> {

    static final String ROUTE = "jejak-audit";

    private static final String ENTRY = "baris";

    private final transient AuditTrail trail;
    private final transient List<Office> offices;
    private final transient ZoneId zone;

    /** What the latest verification found is marked in the list. */
    private final transient List<Damage> damages;

    private final transient TrailFilters filter;
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
        this.offices = offices.all();
        zone = organisation.timeZone();
        damages = integrity.latestResult().map(VerificationRun::damages).orElse(List.of());
        setSubtitle(
                "Siapa berbuat apa terhadap berkas apa. Jejak ditulis bersama perbuatannya dan tidak dapat diubah.");
        filter = new TrailFilters(trail, staff.officesInScope(), zone, filters);
        addColumns();
        list(filter::filter, trail::count, AuditTrail.COUNT_LIMIT, trail::page, TrailEntry::id);
        var panel = new EntryPanel(this.offices, zone, this::go);
        open(
                panel,
                ENTRY,
                TrailEntry::id,
                id -> uuid(id).flatMap(trail::find),
                entry -> panel.show(entry, integrity.sealOf(entry), url()),
                "Baris jejak itu tidak ada, atau bukan berkas kantor Anda.");
        whenEmpty(
                "Tidak ada jejak yang cocok",
                "Ubah saringan di atas: orang, berkas, pelaku, tindakan, kantor, atau tanggal.");
        setActions(
                exportButtons.button(
                        "Ekspor CSV", () -> export.ask(filter.filter(), filter.inWords(), ExportFormat.CSV)),
                exportButtons.button(
                        "Ekspor Excel", () -> export.ask(filter.filter(), filter.inWords(), ExportFormat.XLSX)));
        lay(new IntegrityBanner(integrity, zone, pulse));
    }

    private void addColumns() {
        grid.addClassName("trail-grid");
        grid.column("Waktu", "9.5rem", entry -> Formats.shortDateTime(entry.at(), zone));
        grid.addColumn(twoLines(TrailEntry::actorName, AuditTrailView::standing))
                .setHeader("Pelaku")
                .setFlexGrow(2);
        grid.addColumn(LitRenderer.<TrailEntry>of("<span class=\"action\">${item.action}</span>")
                        .withProperty("action", TrailEntry::action))
                .setHeader("Tindakan")
                .setFlexGrow(2);
        grid.addColumn(twoLines(TrailEntry::reference, TrailEntry::kind))
                .setHeader("Berkas")
                .setFlexGrow(2);
        grid.column("Kantor", 2, entry -> NamedOffice.name(entry.office(), offices));
        grid.badge("Segel", "7rem", entry -> Seals.label(seal(entry)), entry -> Seals.tone(seal(entry)));
        grid.cards(
                TrailEntry::action,
                entry -> List.of(
                        entry.kind() + " · " + entry.reference(),
                        entry.actorName(),
                        Formats.shortDateTime(entry.at(), zone)));
    }

    private static String standing(TrailEntry entry) {
        String standing = entry.roles().isEmpty() ? entry.party().label() : entry.roles();
        return standing.equals(entry.actorName()) ? "" : standing;
    }

    private static LitRenderer<TrailEntry> twoLines(
            ValueProvider<TrailEntry, String> first, ValueProvider<TrailEntry, String> second) {
        return LitRenderer.<TrailEntry>of("<span class=\"two-lines\"><span>${item.first}</span><span"
                        + " class=\"muted\">${item.second}</span></span>")
                .withProperty("first", first)
                .withProperty("second", second);
    }

    private Seal seal(TrailEntry entry) {
        if (!entry.isSealed()) {
            return Seal.WAITING;
        }
        return Seal.ofRowWith(
                damages.stream().filter(damage -> damage.covers(entry.number())).toList());
    }

    @Override
    protected void refresh() {
        filters.show(url());
        // Looking belongs to what is found
        recordLookingAtPerson();
        super.refresh();
    }

    /** Once for each resident whose trail is opened, not for each page of it. */
    private void recordLookingAtPerson() {
        String person = Optional.ofNullable(filter.filter().person()).orElse("");
        if (!person.isEmpty() && !person.equals(personLookedAt)) {
            trail.recordLookingAt(person);
        }
        personLookedAt = person;
    }

    /** What somebody typed into the address can be anything. */
    private static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
