package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.UrlState;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The officer writes down a failure of protection and tells authority and people within 72 hours. */
@Route(PrivacyTabs.INCIDENTS)
@PageTitle("Insiden data pribadi")
@RolesAllowed(Permission.Name.PRIVACY_READ)
@StyleSheet("context://styles/privacy.css")
class IncidentsView extends Page implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;
    private static final String LIST = "daftar";
    private static final String NUMBER = "nomor";

    private final transient IncidentRegister register;
    private final transient IncidentList incidents;
    private final transient IncidentActions actions;
    private final transient Clock clock;
    private final ZoneId zone;

    private final Select<CaseList> list = Indonesian.select("Tampilkan");
    private final FilterBar filters;
    private final Grid<IncidentRow> grid = new Grid<>();
    private final EmptyState empty = new EmptyState(
            "Tidak ada insiden di sini",
            "Kegagalan pelindungan data (bocor, hilang, terkirim ke orang yang salah) dicatat dengan tombol di atas.");
    private final IncidentPanel panel;
    private transient UrlState url = new UrlState();

    IncidentsView(
            IncidentRegister register,
            IncidentList incidents,
            IncidentActions actions,
            CurrentStaff staff,
            Organisation organisation,
            Clock clock) {
        super("Insiden data pribadi");
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
        filters = new FilterBar(listField());
        addColumns();
        var results = new Div(grid, empty);
        results.addClassName("list");
        var content = new Div(results, panel);
        content.addClassName("list-and-panel");
        add(new PrivacyTabs(IncidentsView.class), filters, content);
        fillHeight(content);
    }

    private Button newIncident() {
        var button = new Button("Catat insiden", click -> actions.report(zone, this::reported));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Select<CaseList> listField() {
        list.setItems(CaseList.values());
        list.setItemLabelGenerator(CaseList::label);
        list.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(url.with(LIST, change.getValue() == CaseList.OPEN ? null : change.getValue()));
            }
        });
        return list;
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
        grid.addItemClickListener(click ->
                Optional.ofNullable(click.getItem()).ifPresent(row -> go(url.with(NUMBER, row.number()))));
    }

    private static String people(IncidentRow row) {
        return row.people() == null ? "?" : Formats.number(row.people());
    }

    private String deadline(IncidentRow row) {
        return DeadlineText.of(row.deadline(), clock.instant());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        url = UrlState.of(event.getLocation());
        refresh();
    }

    private void refresh() {
        CaseList shown = url.text(LIST)
                .flatMap(text -> Arrays.stream(CaseList.values())
                        .filter(value -> value.name().equals(text))
                        .findFirst())
                .orElse(CaseList.OPEN);
        list.setValue(shown);
        int count = incidents.count(shown);
        filters.setCount(count, false);
        grid.setItems(KeysetPages.<IncidentRow, IncidentRow>of(
                (after, skip, limit) -> incidents.page(shown, after, skip, limit), row -> row, count));
        grid.setVisible(count > 0);
        empty.setVisible(count == 0);
        Optional<IncidentDetails> chosen = url.text(NUMBER).flatMap(register::find);
        panel.setVisible(chosen.isPresent());
        chosen.ifPresent(incident -> {
            panel.show(incident, clock.instant(), () -> go(url.with(NUMBER, null)));
            actions.offer(panel, incident, zone, this::refresh);
        });
    }

    private void reported(IncidentDetails incident) {
        Notify.done("Insiden %s dicatat; pemberitahuan paling lambat %s."
                .formatted(
                        incident.number(), Formats.dateTime(incident.deadline().due(), zone)));
        go(url.with(NUMBER, incident.number()).with(LIST, null));
        refresh();
    }

    private void go(UrlState next) {
        next.open(UI.getCurrent(), PrivacyTabs.INCIDENTS);
    }
}
