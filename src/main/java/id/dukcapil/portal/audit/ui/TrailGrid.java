package id.dukcapil.portal.audit.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import id.dukcapil.portal.audit.AuditTrail;
import id.dukcapil.portal.audit.Damage;
import id.dukcapil.portal.audit.TrailEntry;
import id.dukcapil.portal.audit.TrailFilter;
import id.dukcapil.portal.audit.TrailIntegrity.Seal;
import id.dukcapil.portal.audit.VerificationRun;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The rows of the trail that match, newest first, fetched page by page. */
class TrailGrid extends Grid<TrailEntry> {

    private static final long serialVersionUID = 1L;

    private final transient AuditTrail trail;
    private final transient List<Damage> damages;

    /** @param latest its damages are marked in the list */
    TrailGrid(AuditTrail trail, OfficeNames offices, ZoneId zone, Optional<VerificationRun> latest) {
        this.trail = trail;
        damages = latest.map(VerificationRun::damages).orElse(List.of());
        addClassName("trail-grid");
        setSizeFull();
        addColumn(entry -> Formats.shortDateTime(entry.at(), zone))
                .setHeader("Waktu")
                .setWidth("9.5rem")
                .setFlexGrow(0);
        addColumn(twoLines(TrailEntry::actorName, TrailGrid::standing))
                .setHeader("Pelaku")
                .setFlexGrow(2);
        addColumn(LitRenderer.<TrailEntry>of("<span class=\"action\">${item.action}</span>")
                        .withProperty("action", TrailEntry::action))
                .setHeader("Tindakan")
                .setFlexGrow(2);
        addColumn(twoLines(TrailEntry::reference, TrailEntry::kind))
                .setHeader("Berkas")
                .setFlexGrow(2);
        addColumn(entry -> offices.of(entry.office())).setHeader("Kantor").setFlexGrow(2);
        addColumn(StatusBadge.<TrailEntry>renderer(entry -> Seals.label(seal(entry)), entry -> Seals.tone(seal(entry))))
                .setHeader("Segel")
                .setWidth("7rem")
                .setFlexGrow(0);
        ResponsiveGrid.cards(this, card(zone));
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

    private GridCard<TrailEntry> card(ZoneId zone) {
        return GridCard.<TrailEntry>of(
                        TrailEntry::action,
                        entry -> List.of(
                                entry.kind() + " · " + entry.reference(),
                                entry.actorName(),
                                Formats.shortDateTime(entry.at(), zone)))
                .withBadge(entry -> Seals.label(seal(entry)), entry -> Seals.tone(seal(entry)));
    }

    private Seal seal(TrailEntry entry) {
        if (!entry.isSealed()) {
            return Seal.WAITING;
        }
        return Seal.ofRowWith(
                damages.stream().filter(damage -> damage.covers(entry.number())).toList());
    }

    void show(TrailFilter filter, int matches) {
        setDataProvider(KeysetPages.of(
                (after, skip, limit) -> trail.page(filter, after, skip, limit),
                TrailEntry::id,
                Math.min(matches, AuditTrail.COUNT_LIMIT)));
    }
}
