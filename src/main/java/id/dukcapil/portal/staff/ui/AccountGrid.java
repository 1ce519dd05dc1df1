package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.staff.AccountFilter;
import id.dukcapil.portal.staff.AccountLists;
import id.dukcapil.portal.staff.AccountRow;
import java.util.List;

/** The accounts that match a filter, by name. */
class AccountGrid extends Grid<AccountRow> {

    private static final long serialVersionUID = 1L;

    private final transient AccountLists lists;

    AccountGrid(AccountLists lists, boolean severalOffices) {
        this.lists = lists;
        setSizeFull();
        addColumn(person()).setHeader("Nama").setFlexGrow(2).setWidth("13rem");
        addColumn(AccountRow::roles).setHeader("Peran").setFlexGrow(2).setTooltipGenerator(AccountRow::roles);
        addColumn(AccountRow::officeName).setHeader("Kantor").setFlexGrow(1).setVisible(severalOffices);
        addColumn(StatusBadge.<AccountRow>renderer(
                        row -> row.standing().label(), row -> AccountTones.of(row.standing())))
                .setHeader("Keadaan")
                .setWidth("9rem")
                .setFlexGrow(0);
        ResponsiveGrid.cards(
                this,
                GridCard.<AccountRow>of(
                                AccountRow::fullName,
                                row -> List.of(row.username() + " · " + row.roles(), row.officeName()))
                        .withBadge(row -> row.standing().label(), row -> AccountTones.of(row.standing())));
    }

    private static LitRenderer<AccountRow> person() {
        return LitRenderer.<AccountRow>of("<span>${item.name}</span> <span class=\"muted\">${item.username}</span>")
                .withProperty("name", AccountRow::fullName)
                .withProperty("username", AccountRow::username);
    }

    void show(AccountFilter filter, int count) {
        setItems(KeysetPages.<AccountRow, AccountRow>of(
                (after, skip, limit) -> lists.page(filter, after, skip, limit), row -> row, count));
    }
}
