package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.SearchField;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.AccountFilter;
import id.dukcapil.portal.staff.AccountFilter.Standing;
import id.dukcapil.portal.staff.AccountLists;
import id.dukcapil.portal.staff.AccountRow;
import id.dukcapil.portal.staff.Accounts;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.Role;
import id.dukcapil.portal.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Pegawai: who has an account, where they work and what they may do; administrators make, change and disable accounts. */
@Route(AccountsView.ROUTE)
@PageTitle("Pegawai")
@Menu(title = "Pegawai", order = 110)
@RolesAllowed(Permission.Name.STAFF_READ)
@StyleSheet("context://styles/people.css")
class AccountsView extends RegisterPage<AccountRow> {

    static final String ROUTE = "pegawai";

    private static final String ACCOUNT = "akun";

    private final transient AccountLists lists;
    private final Div figures = new Div();
    private final SearchField search = filters.search("Nama, nama pengguna, NIP", this::refresh);
    private final ComboBox<Office> office;
    private final ComboBox<Role> role;
    private final Select<Standing> standing;

    AccountsView(
            Accounts accounts,
            AccountLists lists,
            Roles roles,
            AccountActions actions,
            CurrentStaff staff,
            Organisation organisation) {
        super("Pegawai", ROUTE);
        this.lists = lists;
        List<Office> offices = staff.officesInScope();
        setSubtitle(offices.size() == 1 ? offices.getFirst().name() : organisation.name());
        search.focus();
        filters.addClassName("account-filters");
        office = filters.office(offices);
        role = filters.pick("Peran", "Semua peran", "peran", roles.all(), Role::label, Role::code);
        standing = filters.select("Keadaan", "Semua", "keadaan", Standing.values(), Standing::label);
        addColumns(offices.size() > 1);
        list(this::filter, lists::count, Integer.MAX_VALUE, lists::page, Function.identity());
        var panel = new AccountPanel(organisation.timeZone());
        open(
                panel,
                ACCOUNT,
                AccountRow::id,
                id -> id(id).flatMap(accounts::find),
                account -> {
                    panel.show(account);
                    actions.offer(panel, account, this::changed);
                },
                "Akun itu tidak ada, atau milik kantor di luar jangkauan Anda.");
        whenEmpty(
                "Tidak ada pegawai yang cocok",
                "Ubah saringan di atas, atau cari dengan nama, nama pengguna, atau NIP.");
        setActions(actions.ofList(this::changed));
        lay(figures);
    }

    private void addColumns(boolean severalOffices) {
        grid.column("Nama", 2, AccountRow::fullName, AccountRow::username).setWidth("13rem");
        grid.column("Peran", 2, AccountRow::roles).setTooltipGenerator(AccountRow::roles);
        grid.column("Kantor", 1, AccountRow::officeName).setVisible(severalOffices);
        grid.badge("Keadaan", "9rem", row -> row.standing().label(), row -> tone(row.standing()));
        grid.cards(AccountRow::fullName, row -> List.of(row.username() + " · " + row.roles(), row.officeName()));
    }

    /** What the standing of an account means to the administrator. */
    static Tone tone(Standing standing) {
        return switch (standing) {
            case ACTIVE -> Tone.OK;
            case AWAITING_PASSWORD -> Tone.WARN;
            case DISABLED -> Tone.NEUTRAL;
        };
    }

    @Override
    protected void refresh() {
        showFigures(lists.figures());
        super.refresh();
    }

    private AccountFilter filter() {
        return new AccountFilter(
                search.getValue(),
                ListFilters.chosen(office, Office::code),
                ListFilters.chosen(role, Role::code),
                standing.getValue());
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
