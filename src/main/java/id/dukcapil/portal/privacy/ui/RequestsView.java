package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The officer writes down what people ask about their own data, and answers within three times 24 hours. */
@Route(PrivacyTabs.REQUESTS)
@PageTitle("Pelindungan data pribadi")
@Menu(title = "Pelindungan data", order = 100)
@RolesAllowed(Permission.Name.PRIVACY_READ)
@StyleSheet("context://styles/privacy.css")
class RequestsView extends AddressedPage {

    private static final long serialVersionUID = 1L;
    private static final String KIND = "jenis";
    private static final String NUMBER = "nomor";

    private final transient RequestRegister register;
    private final transient RequestList requests;
    private final transient RequestActions actions;
    private final transient Clock clock;
    private final ZoneId zone;

    private final CaseListField list = new CaseListField(chosen -> go(url().with(CaseListField.LIST, chosen)));
    private final Select<RequestKind> kind = Indonesian.select("Jenis");
    private final FilterBar filters;
    private final Grid<RequestRow> grid = new Grid<>();
    private final RequestPanel panel;
    private final ListAndPanel content;

    RequestsView(
            RequestRegister register,
            RequestList requests,
            RequestActions actions,
            CurrentStaff staff,
            Organisation organisation,
            Clock clock) {
        super("Pelindungan data pribadi", PrivacyTabs.REQUESTS);
        this.register = register;
        this.requests = requests;
        this.actions = actions;
        this.clock = clock;
        zone = organisation.timeZone();
        panel = new RequestPanel(zone);
        setSubtitle("Permintaan subjek data dijawab dalam 3 × 24 jam sejak diterima, termasuk hari libur.");
        if (staff.may(Permission.PRIVACY_HANDLE)) {
            setActions(newRequest());
        }
        filters = new FilterBar(list, kindField());
        addColumns();
        content = new ListAndPanel(grid, panel, row -> go(url().with(NUMBER, row.number())))
                .whenEmpty(
                        "Tidak ada permintaan di sini",
                        "Permintaan yang masuk lewat surat, e-mail atau loket dicatat dengan tombol di atas.");
        add(new PrivacyTabs(RequestsView.class), filters, content);
        fillHeight(content);
    }

    private Button newRequest() {
        var button = new Button("Catat permintaan", click -> actions.register(zone, this::registered));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Select<RequestKind> kindField() {
        kind.setItems(RequestKind.values());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption("Semua jenis");
        kind.setItemLabelGenerator(value -> value == null ? "Semua jenis" : value.label());
        kind.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(url().with(KIND, change.getValue()));
            }
        });
        return kind;
    }

    private void addColumns() {
        grid.addColumn(RequestRow::number).setHeader("Nomor").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(row -> row.kind().label()).setHeader("Jenis").setFlexGrow(1);
        grid.addColumn(RequestRow::fullName).setHeader("Pemohon").setFlexGrow(1);
        grid.addColumn(StatusBadge.<RequestRow>renderer(
                        this::deadline, row -> DeadlineText.tone(row.deadline(), clock.instant())))
                .setHeader("Tenggat")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(StatusBadge.<RequestRow>renderer(row -> row.status().label(), row -> CaseTones.of(row.status())))
                .setHeader("Status")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> Formats.shortDateTime(row.receivedAt(), zone))
                .setHeader("Diterima")
                .setAutoWidth(true)
                .setFlexGrow(0);
        ResponsiveGrid.cards(
                grid,
                GridCard.<RequestRow>of(
                                row -> row.number() + " · " + row.fullName(),
                                row -> List.of(
                                        row.kind().label() + " · "
                                                + row.status().label(),
                                        "diterima " + Formats.shortDateTime(row.receivedAt(), zone)))
                        .withBadge(this::deadline, row -> DeadlineText.tone(row.deadline(), clock.instant())));
        grid.setSizeFull();
    }

    private String deadline(RequestRow row) {
        return DeadlineText.of(row.deadline(), clock.instant());
    }

    @Override
    protected void refresh() {
        CaseList shown = list.show(url());
        @Nullable RequestKind only = url().constant(KIND, RequestKind.class).orElse(null);
        kind.setValue(only);
        int count = requests.count(shown, only);
        filters.setCount(count, false);
        grid.setItems(KeysetPages.<RequestRow, RequestRow>of(
                (after, skip, limit) -> requests.page(shown, only, after, skip, limit), row -> row, count));
        content.showList(count);
        showChosen();
    }

    private void showChosen() {
        Optional<RequestDetails> chosen = url().text(NUMBER).flatMap(register::find);
        content.showChosen(chosen, request -> {
            panel.show(request, clock.instant(), actions.opening(request.number()), () -> go(url().with(NUMBER, null)));
            actions.offer(panel, request, this::refresh);
        });
    }

    private void registered(RequestDetails request) {
        Notify.done("Permintaan %s dicatat; dijawab paling lambat %s."
                .formatted(request.number(), Formats.dateTime(request.deadline().due(), zone)));
        go(url().with(NUMBER, request.number()).with(CaseListField.LIST, null).with(KIND, null));
        refresh();
    }
}
