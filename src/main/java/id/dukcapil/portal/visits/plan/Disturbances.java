package id.dukcapil.portal.visits.plan;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.plan.WaysOut.Way;
import id.dukcapil.portal.visits.resource.Resources;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.VisitLists;
import id.dukcapil.portal.visits.visit.VisitLists.VisitRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody is ill, a machine breaks, a school calls off: what it touches, and what can be done with one click. */
@Service
@PreAuthorize("hasAuthority('VISIT_PLAN')")
@Transactional
public class Disturbances {

    /** A machine is away so long at least, as far as one looks. */
    private static final int DAYS_AHEAD = 14;

    private final Schedule schedule;
    private final VisitLists lists;
    private final Resources resources;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final Clock clock;

    Disturbances(
            Schedule schedule,
            VisitLists lists,
            Resources resources,
            CurrentStaff staff,
            Organisation organisation,
            Clock clock) {
        this.schedule = schedule;
        this.lists = lists;
        this.resources = resources;
        this.staff = staff;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @param trouble what is broken now @param ways the least trouble first */
    public record Touched(VisitRow visit, String trouble, List<Way> ways) {}

    /** Notes the absence and finds the visits that it touches. */
    public List<Touched> ill(long person, LocalDate last, String why) {
        LocalDate today = organisation.today(clock);
        resources.leave(person, today, last, why);
        return touched(today, last);
    }

    /** Notes that an item does not work and finds the visits of the next two weeks that it touches. */
    public List<Touched> broken(long item, String because) {
        if (because.isBlank()) {
            throw new InvalidInput("why", "Sebutkan kerusakannya.");
        }
        resources.condition(item, because);
        LocalDate today = organisation.today(clock);
        return touched(today, today.plusDays(DAYS_AHEAD));
    }

    /** A school that cannot on that day: other days for it. */
    @Transactional(readOnly = true)
    public List<Touched> calledOff(VisitRow row) {
        PlanFacts facts = schedule.facts(office(), row.firstDay(), row.lastDay());
        var ways = new WaysOut(facts);
        return facts.others().stream()
                .filter(visit -> visit.number().equals(row.number()))
                .map(visit -> new Touched(row, "Sekolah tidak dapat pada hari itu.", ways.of(visit, false)))
                .toList();
    }

    private List<Touched> touched(LocalDate first, LocalDate last) {
        PlanFacts facts = schedule.facts(office(), first, last);
        var rules = new VisitRules(facts);
        var ways = new WaysOut(facts);
        return lists.between(first, last).stream()
                .filter(row -> row.status().isOpen() && row.overridden() == null)
                .flatMap(row -> facts.others().stream()
                        .filter(visit -> visit.number().equals(row.number()))
                        .filter(visit -> !rules.broken(visit).isEmpty())
                        .map(visit ->
                                new Touched(row, rules.broken(visit).getFirst().sentence(), ways.of(visit, true))))
                .toList();
    }

    /** Does it, when it still keeps all rules. */
    public Optional<VisitDetails> take(VisitRow row, Way way, String why) {
        return schedule.keep(office(), row.version(), way.instead(), why);
    }

    private OfficeCode office() {
        return staff.require().office();
    }
}
