package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Indonesian;
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
    private static final int DIGITS_OF_A_NUMBER = 8;

    private final transient List<Office> offices;
    private final transient List<Role> roles;
    private final transient Consumer<UrlState> chosen;
    private final transient Runnable personalSearch;
    private final TextField search = Indonesian.textField("Cari");
    private final ComboBox<Office> office = Indonesian.comboBox("Kantor");
    private final ComboBox<Role> role = Indonesian.comboBox("Peran");
    private final Select<Standing> standing = Indonesian.select("Keadaan");
    private transient UrlState url = new UrlState();
    private transient String privateText = "";

    /**
     * @param chosen opens the address that stands for the new choice
     * @param personalSearch asks the list again, because the address does not tell of the search
     */
    AccountFilters(List<Office> offices, List<Role> roles, Consumer<UrlState> chosen, Runnable personalSearch) {
        this.offices = offices;
        this.roles = roles;
        this.chosen = chosen;
        this.personalSearch = personalSearch;
        addClassName("account-filters");
        addFields(searchField(), officeField(), roleField(), standingField());
    }

    private TextField searchField() {
        search.setPlaceholder("Nama, nama pengguna, NIP");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addFocusShortcut(Key.SLASH);
        search.focus();
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                searchFor(change.getValue());
            }
        });
        return search;
    }

    private void searchFor(String text) {
        boolean personal = text.replaceAll("[^0-9]", "").length() > DIGITS_OF_A_NUMBER;
        privateText = personal ? text : "";
        chosen.accept(url.with("cari", personal || text.isBlank() ? null : text.strip()));
        if (personal) {
            personalSearch.run();
        }
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
        if (url.has("cari")) {
            privateText = "";
        }
        search.setValue(privateText.isEmpty() ? url.text("cari").orElse("") : privateText);
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
