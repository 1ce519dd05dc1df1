package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.SearchField;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.staff.AccountFilter;
import id.dukcapil.portal.staff.AccountFilter.Standing;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The filters of the list of accounts. They go through the address, except a NIP, which tells a birth date. */
class AccountFilters extends FilterBar {

    private static final long serialVersionUID = 1L;

    private final transient List<Office> offices;
    private final transient List<Role> roles;
    private final transient Consumer<UrlState> chosen;
    private final SearchField search;
    private final ComboBox<Office> office = Indonesian.comboBox("Kantor");
    private final ComboBox<Role> role = Indonesian.comboBox("Peran");
    private final Select<Standing> standing = Indonesian.select("Keadaan");
    private transient UrlState url = new UrlState();

    /**
     * @param chosen opens the address that stands for the new choice
     * @param personalSearch asks the list again, because the address does not tell of the search
     */
    AccountFilters(List<Office> offices, List<Role> roles, Consumer<UrlState> chosen, Runnable personalSearch) {
        this.offices = offices;
        this.roles = roles;
        this.chosen = chosen;
        search = new SearchField(
                "Nama, nama pengguna, NIP", text -> chosen.accept(url.with("cari", text)), personalSearch);
        search.focus();
        addClassName("account-filters");
        addFields(search, officeField(), roleField(), standingField());
    }

    private ComboBox<Office> officeField() {
        office.setItems(offices);
        office.setItemLabelGenerator(Office::name);
        office.setPlaceholder("Semua kantor");
        office.setClearButtonVisible(true);
        office.setVisible(offices.size() > 1);
        office.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(url.with(
                        "kantor",
                        change.getValue() == null ? null : change.getValue().code()));
            }
        });
        return office;
    }

    private ComboBox<Role> roleField() {
        role.setItems(roles);
        role.setItemLabelGenerator(Role::label);
        role.setPlaceholder("Semua peran");
        role.setClearButtonVisible(true);
        role.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(url.with(
                        "peran",
                        change.getValue() == null ? null : change.getValue().code()));
            }
        });
        return role;
    }

    private Select<Standing> standingField() {
        standing.setItems(Standing.values());
        standing.setItemLabelGenerator(choice -> choice == null ? "Semua" : choice.label());
        standing.setEmptySelectionAllowed(true);
        standing.setEmptySelectionCaption("Semua");
        standing.setPlaceholder("Semua");
        standing.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(url.with(
                        "keadaan",
                        change.getValue() == null ? null : change.getValue().name()));
            }
        });
        return standing;
    }

    /** Puts into the fields what the address says. */
    void show(UrlState state) {
        url = state;
        search.show(url);
        office.setValue(url.text("kantor")
                .flatMap(code -> offices.stream()
                        .filter(candidate -> candidate.code().value().equals(code))
                        .findFirst())
                .orElse(null));
        role.setValue(url.text("peran")
                .flatMap(code -> roles.stream()
                        .filter(candidate -> candidate.code().equals(code))
                        .findFirst())
                .orElse(null));
        standing.setValue(url.constant("keadaan", Standing.class).orElse(null));
    }

    AccountFilter filter() {
        return new AccountFilter(
                search.getValue(),
                Optional.ofNullable(office.getValue()).map(Office::code).orElse(null),
                Optional.ofNullable(role.getValue()).map(Role::code).orElse(null),
                standing.getValue());
    }
}
