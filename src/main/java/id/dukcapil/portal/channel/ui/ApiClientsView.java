package id.dukcapil.portal.channel.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.channel.ApiClientRow;
import id.dukcapil.portal.channel.ApiClients;
import id.dukcapil.portal.channel.ApiScope;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The outside systems that may call the portal: what each may use, how much, and its keys. */
@Route(ApiClientsView.ROUTE)
@PageTitle("Klien API")
@Menu(title = "Klien API", order = 116)
@RolesAllowed(Permission.Name.API_CLIENT_EDIT)
@StyleSheet("context://styles/administration.css")
class ApiClientsView extends RegisterPage<ApiClientRow> {

    static final String ROUTE = "klien-api";

    private static final String CLIENT = "klien";

    private final transient ZoneId zone;
    private transient List<ApiClientRow> all = List.of();

    ApiClientsView(ApiClients clients, Organisation organisation, Clock clock) {
        super("Klien API", ROUTE);
        zone = organisation.timeZone();
        addColumns();
        list(() -> all = clients.all());
        var panel = new ApiClientPanel(clients, zone, this::refresh);
        open(
                panel,
                CLIENT,
                ApiClientRow::id,
                id -> all.stream()
                        .filter(client -> client.id().toString().equals(id))
                        .findFirst(),
                client -> {
                    grid.select(client);
                    panel.show(client, clock.instant());
                },
                "Klien itu tidak ada.");
        whenEmpty("Belum ada klien API", "Tambahkan sistem luar yang boleh memanggil portal, lalu terbitkan kuncinya.");
        lay();
        var add = new Button(
                "Tambah klien",
                click -> new ApiClientDialog(clients, null, id -> go(url().with(CLIENT, id)), this::refresh).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        setActions(add);
    }

    private void addColumns() {
        grid.column("Sistem", 2, ApiClientRow::name);
        grid.badge("Keadaan", ApiClientsView::stateLabel, ApiClientsView::stateTone);
        grid.column("Cakupan", 2, ApiClientsView::scopes);
        grid.number("Batas/menit", client -> Formats.number(client.requestsPerMinute()));
        grid.column("Kunci", client -> client.workingKeys() + " berlaku");
        grid.column("Terakhir dipakai", client -> when(client.lastUsedAt()));
        grid.cards(
                ApiClientRow::name,
                client -> List.of(
                        scopes(client),
                        "%s permintaan per menit · %d kunci berlaku"
                                .formatted(Formats.number(client.requestsPerMinute()), client.workingKeys()),
                        "Terakhir dipakai: " + when(client.lastUsedAt())));
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
        grid.deselectAll();
        super.refresh();
        setSubtitle("%d sistem luar, %d aktif"
                .formatted(
                        all.size(), all.stream().filter(ApiClientRow::enabled).count()));
    }
}
