package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.RegisterPage;
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
import java.util.function.Function;

/** The officer writes down a failure of protection and tells authority and people within 72 hours. */
@Route(PrivacyTabs.INCIDENTS)
@PageTitle("Insiden data pribadi")
@RolesAllowed(Permission.Name.PRIVACY_READ)
@StyleSheet("context://styles/privacy.css")
class IncidentsView extends RegisterPage<IncidentRow> {

    private static final String NUMBER = "nomor";

    private final transient IncidentActions actions;
    private final transient Clock clock;
    private final ZoneId zone;

    IncidentsView(
            IncidentRegister register,
            IncidentList incidents,
            IncidentActions actions,
            CurrentStaff staff,
            Organisation organisation,
            Clock clock) {
        super("Insiden data pribadi", PrivacyTabs.INCIDENTS);
        this.actions = actions;
        this.clock = clock;
        zone = organisation.timeZone();
        setSubtitle("Lembaga dan subjek data diberi tahu paling lambat 3 × 24 jam sejak insiden ditemukan.");
        if (staff.may(Permission.PRIVACY_HANDLE)) {
            setActions(newIncident());
        }
        Select<CaseList> shown = filters.select("Tampilkan", PrivacyTabs.LIST, CaseList.values(), CaseList::label);
        addColumns();
        list(shown::getValue, incidents::count, Integer.MAX_VALUE, incidents::page, Function.identity());
        var panel = new IncidentPanel(zone);
        open(
                panel,
                NUMBER,
                IncidentRow::number,
                register::find,
                incident -> {
                    panel.show(incident, clock.instant());
                    actions.offer(panel, incident, zone, this::refresh);
                },
                "Insiden dengan nomor itu tidak ada.");
        whenEmpty(
                "Tidak ada insiden di sini",
                "Kegagalan pelindungan data (bocor, hilang, terkirim ke orang yang salah) dicatat dengan tombol di atas.");
        lay(new PrivacyTabs(IncidentsView.class));
    }

    private Button newIncident() {
        var button = new Button("Catat insiden", click -> actions.report(zone, this::reported));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void addColumns() {
        grid.column("Nomor", IncidentRow::number);
        grid.column("Insiden", 1, IncidentRow::title);
        grid.column("Orang", IncidentsView::people);
        grid.badge("Pemberitahuan", this::deadline, row -> DeadlineText.tone(row.deadline(), clock.instant()));
        grid.badge("Status", row -> row.status().label(), row -> CaseTones.of(row.status()));
        grid.column("Ditemukan", row -> Formats.shortDateTime(row.discoveredAt(), zone));
        grid.cards(
                row -> row.number() + " · " + row.title(),
                row -> List.of(
                        row.status().label() + " · " + people(row) + " orang",
                        "ditemukan " + Formats.shortDateTime(row.discoveredAt(), zone)));
    }

    private static String people(IncidentRow row) {
        return row.people() == null ? "?" : Formats.number(row.people());
    }

    private String deadline(IncidentRow row) {
        return DeadlineText.of(row.deadline(), clock.instant());
    }

    private void reported(IncidentDetails incident) {
        Notify.done("Insiden %s dicatat; pemberitahuan paling lambat %s."
                .formatted(
                        incident.number(), Formats.dateTime(incident.deadline().due(), zone)));
        go(url().with(NUMBER, incident.number()).with(PrivacyTabs.LIST, null));
        refresh();
    }
}
