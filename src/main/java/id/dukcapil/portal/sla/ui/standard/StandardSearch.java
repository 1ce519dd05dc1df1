package id.dukcapil.portal.sla.ui.standard;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.SearchWords;
import id.dukcapil.portal.sla.ServiceStandards;
import id.dukcapil.portal.sla.StandardSummary;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.PermittedSearch;
import java.util.List;
import org.springframework.stereotype.Component;

/** The written procedures in the search box, by words of their name, number and regency. */
@Component
class StandardSearch extends PermittedSearch {

    private final ServiceStandards standards;

    StandardSearch(ServiceStandards standards, CurrentStaff staff) {
        super("Standar pelayanan", 60, Permission.STANDARD_READ, staff);
        this.standards = standards;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        var words = SearchWords.of(text);
        return standards.list().stream()
                .filter(standard ->
                        words.begin(standard.name(), standard.identity().title(), standard.regency()))
                .limit(limit)
                .map(StandardSearch::hit)
                .toList();
    }

    private static Hit hit(StandardSummary standard) {
        return new Hit(
                standard.name(),
                standard.identity().title() + " · " + standard.regency(),
                "standar/" + standard.slug());
    }
}
