package id.dukcapil.portal.staff.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.staff.AccountFilter.Standing;
import id.dukcapil.portal.staff.AccountLists;
import id.dukcapil.portal.staff.AccountRow;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.PermittedSearch;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The staff in the search box: by words of the name or their beginnings, the user name, or the whole NIP. */
@Component
class AccountSearch extends PermittedSearch {

    private final AccountLists lists;

    AccountSearch(AccountLists lists, CurrentStaff staff) {
        super("Pegawai", 50, Permission.STAFF_READ, staff);
        this.lists = lists;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return lists.lookUp(text, limit).stream().map(AccountSearch::hit).toList();
    }

    private static Hit hit(AccountRow row) {
        String disabled = row.standing() == Standing.DISABLED ? row.standing().label() : "";
        String detail = Stream.of(row.officeName(), row.roles(), disabled)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Hit(row.fullName(), detail, AccountsView.addressOf(row.id()));
    }
}
