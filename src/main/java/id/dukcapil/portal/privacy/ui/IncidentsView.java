package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.privacy.CaseList;
import id.dukcapil.portal.privacy.IncidentDetails;
import id.dukcapil.portal.privacy.IncidentList;
import id.dukcapil.portal.privacy.IncidentRegister;
import id.dukcapil.portal.privacy.IncidentRow;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The officer writes down a failure of protection and tells authority and people within 72 hours. */
@Route(PrivacyTabs.INCIDENTS)
@PageTitle("Insiden data pribadi")
@RolesAllowed(Permission.Name.PRIVACY_READ)
@StyleSheet("context://styles/privacy.css")
class IncidentsView extends AddressedPage {

    private static final long serialVersionUID = 1L;
    private static final String NUMBER = "nomor";

    private final transient IncidentRegister register;
    private final transient IncidentList incidents;
    private final transient IncidentActions actions;
    private final transient Clock clock;
    private final ZoneId zone;

    private final CaseListField list = new CaseListField(chosen -> go(url().with(CaseListField.LIST, chosen)));
    private final FilterBar filters;
    private final Grid<IncidentRow> grid = new Grid<>();
    private final IncidentPanel panel;
    private final ListAndPanel content;

    IncidentsView(
            IncidentRegister register,
            IncidentList incidents,
            IncidentActions actions,
            CurrentStaff staff,
            Organisation organisation,
            Clock clock) {
        super("Insiden data pribadi", PrivacyTabs.INCIDENTS);
        this.register = register;
        this.incidents = incidents;
        this.actions = actions;
        this.clock = clock;
        zone = organisation.timeZone();
        panel = new IncidentPanel(zone);
        setSubtitle("Lembaga dan subjek data diberi tahu paling lambat 3 × 24 jam sejak insiden ditemukan.");
        if (staff.may(Permission.PRIVACY_HANDLE)) {
            setActions(newIncident());
        }
        filters = new FilterBar(list);
        addColumns();
        content = new ListAndPanel(grid, panel, row -> go(url().with(NUMBER, row.number())))
                .whenEmpty(
                        "Tidak ada insiden di sini",
                        "Kegagalan pelindungan data (bocor, hilang, terkirim ke orang yang salah) dicatat dengan tombol di atas.");
        add(new PrivacyTabs(IncidentsView.class), filters, content);
        fillHeight(content);
    }

    private Button newIncident() {
        var button = new Button("Catat insiden", click -> actions.report(zone, this::reported));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void addColumns() {
        grid.addColumn(IncidentRow::number)
                .setHeader("Nomor")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(IncidentRow::title).setHeader("Insiden").setFlexGrow(1);
        grid.addColumn(IncidentsView::people)
                .setHeader("Orang")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(StatusBadge.<IncidentRow>renderer(
                        this::deadline, row -> DeadlineText.tone(row.deadline(), clock.instant())))
                .setHeader("Pemberitahuan")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(StatusBadge.<IncidentRow>renderer(
                        row -> row.status().label(), row -> CaseTones.of(row.status())))
                .setHeader("Status")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> Formats.shortDateTime(row.discoveredAt(), zone))
                .setHeader("Ditemukan")
                .setAutoWidth(true)
                .setFlexGrow(0);
        ResponsiveGrid.cards(
                grid,
                GridCard.<IncidentRow>of(
                                row -> row.number() + " · " + row.title(),
                                row -> List.of(
                                        row.status().label() + " · " + people(row) + " orang",
                                        "ditemukan " + Formats.shortDateTime(row.discoveredAt(), zone)))
                        .withBadge(this::deadline, row -> DeadlineText.tone(row.deadline(), clock.instant())));
        grid.setSizeFull();
    }

    private static String people(IncidentRow row) {
        return row.people() == null ? "?" : Formats.number(row.people());
    }

    private String deadline(IncidentRow row) {
        return DeadlineText.of(row.deadline(), clock.instant());
    }

    @Override
    protected void refresh() {
        CaseList shown = list.show(url());
        int count = incidents.count(shown);
        filters.setCount(count, false);
        grid.setItems(KeysetPages.<IncidentRow, IncidentRow>of(
                (after, skip, limit) -> incidents.page(shown, after, skip, limit), row -> row, count));
        content.showList(count);
        Optional<IncidentDetails> chosen = url().text(NUMBER).flatMap(register::find);
        content.showChosen(chosen, incident -> {
            panel.show(incident, clock.instant(), () -> go(url().with(NUMBER, null)));
            actions.offer(panel, incident, zone, this::refresh);
        });
    }

    private void reported(IncidentDetails incident) {
        Notify.done("Insiden %s dicatat; pemberitahuan paling lambat %s."
                .formatted(
                        incident.number(), Formats.dateTime(incident.deadline().due(), zone)));
        go(url().with(NUMBER, incident.number()).with(CaseListField.LIST, null));
        refresh();
    }
}
