package id.dukcapil.portal.calendar.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.SearchWords;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.PermittedSearch;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The service places in the search box, by words of their name, kind and code. */
@Component
class OfficeSearch extends PermittedSearch {

    private final Offices offices;

    OfficeSearch(Offices offices, CurrentStaff staff) {
        super("Kantor", 70, Permission.OFFICE_READ, staff);
        this.offices = offices;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        var words = SearchWords.of(text);
        return offices.all().stream()
                .filter(office -> words.begin(
                        office.name(), office.kind().label(), office.code().value()))
                .limit(limit)
                .map(OfficeSearch::hit)
                .toList();
    }

    private static Hit hit(Office office) {
        return new Hit(
                office.name(),
                Objects.requireNonNullElse(office.address(), office.kind().label()),
                OfficesView.addressOf(office));
    }
}
