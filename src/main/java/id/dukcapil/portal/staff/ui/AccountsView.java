package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.AccountDetails;
import id.dukcapil.portal.staff.AccountFilter;
import id.dukcapil.portal.staff.AccountFilter.Standing;
import id.dukcapil.portal.staff.AccountLists;
import id.dukcapil.portal.staff.Accounts;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pegawai: who has an account, where they work and what they may do; administrators make, change and disable accounts. */
@Route(AccountsView.ROUTE)
@PageTitle("Pegawai")
@Menu(title = "Pegawai", order = 110)
@RolesAllowed(Permission.Name.STAFF_READ)
@StyleSheet("context://styles/people.css")
class AccountsView extends AddressedPage {

    static final String ROUTE = "pegawai";

    private static final long serialVersionUID = 1L;
    private static final String ACCOUNT = "akun";

    private final transient Accounts accounts;
    private final transient AccountLists lists;
    private final transient AccountActions actions;
    private final AccountFilters filters;
    private final AccountGrid grid;
    private final Div figures = new Div();
    private final AccountPanel panel;
    private final ListAndPanel content;

    AccountsView(
            Accounts accounts,
            AccountLists lists,
            Roles roles,
            AccountActions actions,
            CurrentStaff staff,
            Organisation organisation) {
        super("Pegawai", ROUTE);
        this.accounts = accounts;
        this.lists = lists;
        this.actions = actions;
        List<Office> offices = staff.officesInScope();
        setSubtitle(offices.size() == 1 ? offices.getFirst().name() : organisation.name());
        filters = new AccountFilters(offices, roles.all(), this::go, this::refresh);
        grid = new AccountGrid(lists, offices.size() > 1);
        panel = new AccountPanel(organisation.timeZone());
        content = new ListAndPanel(grid, panel, row -> go(url().with(ACCOUNT, row.id())))
                .whenEmpty(
                        "Tidak ada pegawai yang cocok",
                        "Ubah saringan di atas, atau cari dengan nama, nama pengguna, atau NIP.");
        add(figures, filters, content);
        fillHeight(content);
        setActions(actions.ofList(this::changed));
    }

    @Override
    protected void refresh() {
        showFigures(lists.figures());
        filters.show(url());
        AccountFilter filter = filters.filter();
        int count = lists.count(filter);
        filters.setCount(count, false);
        grid.show(filter, count);
        content.showList(count);
        showChosen();
    }

    private void showFigures(AccountLists.Figures counted) {
        figures.removeAll();
        figures.add(Figure.row(
                standing(Standing.ACTIVE, counted.active(), "dapat masuk", Tone.NEUTRAL),
                standing(
                        Standing.AWAITING_PASSWORD,
                        counted.awaitingPassword(),
                        "belum mengganti kata sandi awal",
                        counted.awaitingPassword() > 0 ? Tone.INFO : Tone.NEUTRAL),
                standing(Standing.DISABLED, counted.disabled(), "riwayatnya tetap ada", Tone.NEUTRAL),
                new Figure(
                        "Dapat mengatur peran",
                        Formats.number(counted.administrators()),
                        counted.administrators() == 1 ? "sebaiknya paling sedikit dua orang" : "administrator aktif",
                        counted.administrators() == 1 ? Tone.WARN : Tone.NEUTRAL,
                        null)));
    }

    private static Figure standing(Standing standing, int count, String note, Tone tone) {
        return new Figure(standing.label(), Formats.number(count), note, tone, ROUTE + "?keadaan=" + standing.name());
    }

    private void showChosen() {
        Optional<AccountDetails> chosen =
                url().text(ACCOUNT).flatMap(AccountsView::id).flatMap(accounts::find);
        if (chosen.isEmpty() && url().text(ACCOUNT).isPresent()) {
            Notify.warning("Akun itu tidak ada, atau milik kantor di luar jangkauan Anda.");
        }
        content.showChosen(chosen, account -> {
            panel.show(account, () -> go(url().with(ACCOUNT, null)));
            actions.offer(panel, account, this::changed);
        });
    }

    static String addressOf(StaffId account) {
        return ROUTE + "?" + ACCOUNT + "=" + account;
    }

    private static Optional<StaffId> id(String text) {
        try {
            return Optional.of(new StaffId(UUID.fromString(text)));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private void changed(StaffId account) {
        go(url().with(ACCOUNT, account));
        refresh();
    }
}
