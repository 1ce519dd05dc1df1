package id.dukcapil.portal.staff.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.SearchSource;
import id.dukcapil.portal.staff.AccountFilter.Standing;
import id.dukcapil.portal.staff.AccountLists;
import id.dukcapil.portal.staff.AccountRow;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The staff in the search box: by the beginning of the name, the user name, or the whole NIP. */
@Component
class AccountSearch implements SearchSource {

    private final AccountLists lists;
    private final CurrentStaff staff;

    AccountSearch(AccountLists lists, CurrentStaff staff) {
        this.lists = lists;
        this.staff = staff;
    }

    @Override
    public String heading() {
        return "Pegawai";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean available() {
        return staff.may(Permission.STAFF_READ);
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
