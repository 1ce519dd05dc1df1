package id.dukcapil.portal.visits.plan;

import id.dukcapil.portal.visits.resource.Crew;
import id.dukcapil.portal.visits.resource.RecordingSet;
import id.dukcapil.portal.visits.resource.SchoolPeriod;
import id.dukcapil.portal.visits.resource.Vehicle;
import id.dukcapil.portal.visits.visit.SchoolAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the rules stand on for a span of days.
 *
 * @param closed why the office does not serve, by day; days on which it does are missing
 * @param minutes working time of the office by day
 * @param others the visits of these days, the judged one may be among them
 * @param answers of schools by number of the visit
 */
public record PlanFacts(
        Map<LocalDate, String> closed,
        Map<LocalDate, Integer> minutes,
        List<SchoolPeriod> periods,
        List<Crew> crews,
        List<RecordingSet> sets,
        List<Vehicle> vehicles,
        List<Arrangement> others,
        Map<String, SchoolAnswer> answers) {

    /** The same with other visits in these days. */
    public PlanFacts with(List<Arrangement> visits) {
        return new PlanFacts(closed, minutes, periods, crews, sets, vehicles, visits, answers);
    }
}
