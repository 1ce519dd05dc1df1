package id.dukcapil.portal.population.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.population.PersonRow;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.population.SearchText;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.PermittedSearch;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Residents in the search box: by NIK, family card number, or words of the name. */
@Component
class PeopleSearch extends PermittedSearch {

    private final Population population;

    PeopleSearch(Population population, CurrentStaff staff) {
        super("Penduduk", 10, Permission.POPULATION_READ, staff);
        this.population = population;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return SearchText.parse(text)
                .value()
                .map(search -> population.lookUp(search, limit).stream()
                        .map(PeopleSearch::hit)
                        .toList())
                .orElse(List.of());
    }

    private static Hit hit(PersonRow row) {
        return new Hit(
                row.fullName(),
                "%s · lahir %s · %s"
                        .formatted(
                                row.nik().masked(),
                                row.birthDate().getYear(),
                                Objects.toString(row.district(), "kecamatan tidak dikenal")),
                PeopleView.addressOf(row.id()));
    }
}
