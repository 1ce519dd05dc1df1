package id.dukcapil.portal.channel.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.channel.ApiClientRow;
import id.dukcapil.portal.channel.ApiClients;
import id.dukcapil.portal.channel.ApiScope;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The outside systems that may call the portal: what each may use, how much, and its keys. */
@Route(ApiClientsView.ROUTE)
@PageTitle("Klien API")
@Menu(title = "Klien API", order = 116)
@RolesAllowed(Permission.Name.API_CLIENT_EDIT)
@StyleSheet("context://styles/administration.css")
class ApiClientsView extends AddressedPage {

    static final String ROUTE = "klien-api";

    private static final long serialVersionUID = 1L;
    private static final String CLIENT = "klien";

    private final transient ApiClients clients;
    private final transient Clock clock;
    private final transient ZoneId zone;
    private final Grid<ApiClientRow> grid = new Grid<>();
    private final ApiClientPanel panel;
    private final ListAndPanel content;

    ApiClientsView(ApiClients clients, Organisation organisation, Clock clock) {
        super("Klien API", ROUTE);
        this.clients = clients;
        this.clock = clock;
        zone = organisation.timeZone();
        panel = new ApiClientPanel(clients, zone, this::refresh);
        addColumns();
        ResponsiveGrid.cards(grid, card());
        grid.setSizeFull();
        content = new ListAndPanel(grid, panel, client -> go(url().with(CLIENT, client.id())))
                .whenEmpty(
                        "Belum ada klien API",
                        "Tambahkan sistem luar yang boleh memanggil portal, lalu terbitkan kuncinya.");
        add(content);
        fillHeight(content);
        var add = new Button(
                "Tambah klien",
                click -> new ApiClientDialog(clients, null, id -> go(url().with(CLIENT, id)), this::refresh).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        setActions(add);
    }

    private void addColumns() {
        grid.addColumn(ApiClientRow::name).setHeader("Sistem").setFlexGrow(2);
        grid.addColumn(StatusBadge.<ApiClientRow>renderer(ApiClientsView::stateLabel, ApiClientsView::stateTone))
                .setHeader("Keadaan")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(ApiClientsView::scopes).setHeader("Cakupan").setFlexGrow(2);
        grid.addColumn(client -> Formats.number(client.requestsPerMinute()))
                .setHeader("Batas/menit")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(client -> client.workingKeys() + " berlaku")
                .setHeader("Kunci")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(client -> when(client.lastUsedAt()))
                .setHeader("Terakhir dipakai")
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private GridCard<ApiClientRow> card() {
        return GridCard.<ApiClientRow>of(
                        ApiClientRow::name,
                        client -> List.of(
                                scopes(client),
                                "%s permintaan per menit · %d kunci berlaku"
                                        .formatted(Formats.number(client.requestsPerMinute()), client.workingKeys()),
                                "Terakhir dipakai: " + when(client.lastUsedAt())))
                .withBadge(ApiClientsView::stateLabel, ApiClientsView::stateTone);
    }

    private static String scopes(ApiClientRow client) {
        return client.scopes().stream().map(ApiScope::label).collect(Collectors.joining(", "));
    }

    private String when(@Nullable Instant used) {
        return used == null ? "belum pernah" : Formats.shortDateTime(used, zone);
    }

    static String stateLabel(ApiClientRow client) {
        if (!client.enabled()) {
            return "Nonaktif";
        }
        if (client.workingKeys() == 0) {
            return "Tanpa kunci";
        }
        return client.demonstration() ? "Demonstrasi" : "Aktif";
    }

    static Tone stateTone(ApiClientRow client) {
        if (!client.enabled()) {
            return Tone.NEUTRAL;
        }
        return client.workingKeys() == 0 || client.demonstration() ? Tone.WARN : Tone.OK;
    }

    @Override
    protected void refresh() {
        List<ApiClientRow> all = clients.all();
        grid.setItems(all);
        content.showList(all.size());
        setSubtitle("%d sistem luar, %d aktif"
                .formatted(
                        all.size(), all.stream().filter(ApiClientRow::enabled).count()));
        Optional<ApiClientRow> chosen = url().text(CLIENT)
                .flatMap(id -> all.stream()
                        .filter(client -> client.id().toString().equals(id))
                        .findFirst());
        grid.deselectAll();
        content.showChosen(chosen, client -> {
            grid.select(client);
            panel.show(client, clock.instant(), () -> go(url().with(CLIENT, null)));
        });
    }
}
