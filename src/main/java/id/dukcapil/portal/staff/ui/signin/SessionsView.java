package id.dukcapil.portal.staff.ui.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.ListGrid;
import id.dukcapil.portal.common.ui.NetworkAddress;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.signin.OpenSessions;
import id.dukcapil.portal.staff.signin.OpenSessions.Owner;
import id.dukcapil.portal.staff.signin.OpenSessions.Place;
import id.dukcapil.portal.staff.signin.OpenSessions.Row;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sesi aktif: who is signed in now, from where; an administrator can end it. The address may name one account by its
 * user name; a name that is looked for is no matter for it.
 */
@Route(SessionsView.ROUTE)
@PageTitle("Sesi aktif")
@Menu(title = "Sesi aktif", order = 113)
@RolesAllowed(Permission.Name.STAFF_EDIT)
@StyleSheet("context://styles/signin.css")
class SessionsView extends Page implements AfterNavigationObserver {

    static final String ROUTE = "sesi";

    private static final String ACCOUNT = "pegawai";

    private final transient OpenSessions sessions;
    private final ZoneId zone;
    private final TextField name = Indonesian.textField("Cari pegawai");
    private final SessionOwner chosen = new SessionOwner(ROUTE);
    private final FilterBar filters = new FilterBar(name, chosen);
    private final ListGrid<Row> grid = new ListGrid<>();
    private final EmptyState noMatch =
            new EmptyState("Tidak ada sesi yang cocok", "Kosongkan pencarian untuk melihat semua sesi.");
    private final EmptyState notIn = new EmptyState(
            "Tidak sedang masuk",
            "Pegawai ini tidak memiliki sesi terbuka. Sesi yang sudah berakhir tidak ditampilkan.");
    private transient Optional<Owner> owner = Optional.empty();

    SessionsView(OpenSessions sessions, Organisation organisation) {
        super("Sesi aktif");
        this.sessions = sessions;
        zone = organisation.timeZone();
        setSubtitle("Yang sedang masuk ke portal, menurut kegiatan terakhir");
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.setClearButtonVisible(true);
        name.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                refresh();
            }
        });
        columns();
        var list = new Div(grid, noMatch, notIn);
        list.addClassName("list");
        add(filters, list);
        fillHeight(list);
    }

    private void columns() {
        grid.addComponentColumn(row -> new Anchor("pegawai?akun=" + row.account(), row.fullName()))
                .setHeader("Pegawai")
                .setAutoWidth(true);
        grid.addColumn(row -> Formats.shortDateTime(row.lastSeenAt(), zone))
                .setHeader("Terakhir aktif")
                .setAutoWidth(true);
        grid.addColumn(row -> Formats.shortDateTime(row.startedAt(), zone))
                .setHeader("Masuk")
                .setAutoWidth(true);
        grid.addColumn(Row::device).setHeader("Perangkat").setAutoWidth(true);
        grid.addColumn(row -> NetworkAddress.shown(row.address()))
                .setHeader("Alamat")
                .setAutoWidth(true);
        grid.addColumn(row -> row.method().label()).setHeader("Cara masuk").setAutoWidth(true);
        grid.addColumn(StatusBadge.renderer(SessionsView::state, row -> row.locked() ? Tone.WARN : Tone.OK))
                .setHeader("Keadaan")
                .setAutoWidth(true);
        grid.addComponentColumn(this::end).setHeader("Tindakan").setAutoWidth(true);
        grid.cards(
                Row::fullName,
                row -> List.of(
                        row.device() + " · " + NetworkAddress.shown(row.address()),
                        "%s · terakhir aktif %s".formatted(state(row), Formats.shortDateTime(row.lastSeenAt(), zone)),
                        row.own() ? "Sesi Anda ini" : "Ketuk untuk mengakhiri"));
        grid.addItemClickListener(click -> Optional.ofNullable(click.getItem())
                .filter(row -> grid.getColumnByKey(ListGrid.CARD).isVisible() && !row.own())
                .ifPresent(this::ask));
    }

    private static String state(Row row) {
        return row.locked() ? "Terkunci" : "Aktif";
    }

    private Component end(Row row) {
        if (row.own()) {
            return new Span("Sesi Anda ini");
        }
        var end = new Button("Akhiri", click -> ask(row));
        end.setAriaLabel("Akhiri sesi %s di %s".formatted(row.fullName(), row.device()));
        return end;
    }

    private void ask(Row row) {
        Confirm.ask(
                "Akhiri sesi %s?".formatted(row.fullName()),
                "Yang sedang dikerjakan di %s dan belum disimpan dapat hilang; orangnya harus masuk lagi."
                        .formatted(row.device()),
                "Akhiri sesi",
                () -> {
                    sessions.end(row);
                    Notify.done("Sesi %s di %s diakhiri.".formatted(row.fullName(), row.device()));
                    refresh();
                });
    }

    private void askAll(Owner whose) {
        Confirm.ask(
                "Akhiri semua sesi %s?".formatted(whose.fullName()),
                "Yang sedang dikerjakan dan belum disimpan dapat hilang; orangnya harus masuk lagi di semua perangkat.",
                "Akhiri semua sesi",
                () -> {
                    int ended = sessions.endAllOf(whose.account(), whose.username());
                    Notify.done("%d sesi %s diakhiri.".formatted(ended, whose.fullName()));
                    refresh();
                });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Optional<String> username = UrlState.of(event.getLocation()).text(ACCOUNT);
        owner = username.flatMap(sessions::owner);
        if (username.isPresent() && owner.isEmpty()) {
            Notify.warning("Akun itu tidak ada, atau milik kantor di luar jangkauan Anda.");
        }
        name.setVisible(owner.isEmpty());
        chosen.show(owner);
        refresh();
    }

    private void refresh() {
        int count = owner.map(this::showOf).orElseGet(() -> showAll(name.getValue()));
        filters.setCount(count, false);
        grid.setVisible(count > 0);
        noMatch.setVisible(count == 0 && owner.isEmpty());
        notIn.setVisible(count == 0 && owner.isPresent());
    }

    private int showOf(Owner whose) {
        List<Row> rows = sessions.of(whose.account());
        grid.setItems(rows);
        setActions(
                rows.stream().allMatch(Row::own)
                        ? new Component[0]
                        : new Component[] {new Button("Akhiri semua sesi", click -> askAll(whose))});
        return rows.size();
    }

    private int showAll(String wanted) {
        int count = sessions.count(wanted);
        grid.show(
                (@Nullable Place after, int skip, int limit) -> sessions.page(wanted, after, skip, limit),
                row -> new Place(row.lastSeenAt(), row.id()),
                count);
        setActions();
        return count;
    }
}
