package id.dukcapil.portal.visits.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.SearchSource;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.PermittedSearch;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.Visits;
import java.util.List;
import org.springframework.stereotype.Component;

/** Visits to schools in the search box, by number. */
@Component
class VisitSearch extends PermittedSearch {

    private final Visits visits;

    VisitSearch(Visits visits, CurrentStaff staff) {
        super("Kunjungan sekolah", 20, Permission.VISIT_READ, staff);
        this.visits = visits;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return SearchSource.number(text).flatMap(visits::find).map(VisitSearch::hit).stream()
                .toList();
    }

    private static Hit hit(VisitDetails visit) {
        return new Hit(
                "%s · %s".formatted(visit.number(), visit.schoolName()),
                "%s · %s".formatted(Formats.date(visit.first()), visit.status().label()),
                VisitNavigation.visit(visit.number()));
    }
}
