package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.privacy.CaseList;
import id.dukcapil.portal.privacy.RequestDetails;
import id.dukcapil.portal.privacy.RequestKind;
import id.dukcapil.portal.privacy.RequestList;
import id.dukcapil.portal.privacy.RequestRegister;
import id.dukcapil.portal.privacy.RequestRow;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/** The officer writes down what people ask about their own data, and answers within three times 24 hours. */
@Route(PrivacyTabs.REQUESTS)
@PageTitle("Pelindungan data pribadi")
@Menu(title = "Pelindungan data", order = 100)
@RolesAllowed(Permission.Name.PRIVACY_READ)
@StyleSheet("context://styles/privacy.css")
class RequestsView extends RegisterPage<RequestRow> {

    private static final String KIND = "jenis";
    private static final String NUMBER = "nomor";

    private final transient RequestActions actions;
    private final transient Clock clock;
    private final ZoneId zone;

    RequestsView(
            RequestRegister register,
            RequestList requests,
            RequestActions actions,
            CurrentStaff staff,
            Organisation organisation,
            Clock clock) {
        super("Pelindungan data pribadi", PrivacyTabs.REQUESTS);
        this.actions = actions;
        this.clock = clock;
        zone = organisation.timeZone();
        setSubtitle("Permintaan subjek data dijawab dalam 3 × 24 jam sejak diterima, termasuk hari libur.");
        if (staff.may(Permission.PRIVACY_HANDLE)) {
            setActions(newRequest());
        }
        Select<CaseList> shown = filters.select("Tampilkan", PrivacyTabs.LIST, CaseList.values(), CaseList::label);
        Select<RequestKind> kind =
                filters.select("Jenis", "Semua jenis", KIND, RequestKind.values(), RequestKind::label);
        addColumns();
        list(
                shown::getValue,
                wanted -> requests.count(wanted, kind.getValue()),
                Integer.MAX_VALUE,
                (wanted, after, skip, limit) -> requests.page(wanted, kind.getValue(), after, skip, limit),
                Function.<RequestRow>identity());
        var panel = new RequestPanel(zone);
        open(
                panel,
                NUMBER,
                RequestRow::number,
                register::find,
                request -> {
                    panel.show(request, clock.instant(), actions.opening(request.number()));
                    actions.offer(panel, request, this::refresh);
                },
                "Permintaan dengan nomor itu tidak ada.");
        whenEmpty(
                "Tidak ada permintaan di sini",
                "Permintaan yang masuk lewat surat, e-mail atau loket dicatat dengan tombol di atas.");
        lay(new PrivacyTabs(RequestsView.class));
    }

    private Button newRequest() {
        var button = new Button("Catat permintaan", click -> actions.register(zone, this::registered));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void addColumns() {
        grid.column("Nomor", RequestRow::number);
        grid.column("Jenis", 1, row -> row.kind().label());
        grid.column("Pemohon", 1, RequestRow::fullName);
        grid.badge("Tenggat", this::deadline, row -> DeadlineText.tone(row.deadline(), clock.instant()));
        grid.badge("Status", row -> row.status().label(), row -> CaseTones.of(row.status()));
        grid.column("Diterima", row -> Formats.shortDateTime(row.receivedAt(), zone));
        grid.cards(
                row -> row.number() + " · " + row.fullName(),
                row -> List.of(
                        row.kind().label() + " · " + row.status().label(),
                        "diterima " + Formats.shortDateTime(row.receivedAt(), zone)));
    }

    private String deadline(RequestRow row) {
        return DeadlineText.of(row.deadline(), clock.instant());
    }

    private void registered(RequestDetails request) {
        Notify.done("Permintaan %s dicatat; dijawab paling lambat %s."
                .formatted(request.number(), Formats.dateTime(request.deadline().due(), zone)));
        go(url().with(NUMBER, request.number()).with(PrivacyTabs.LIST, null).with(KIND, null));
        refresh();
    }
}
