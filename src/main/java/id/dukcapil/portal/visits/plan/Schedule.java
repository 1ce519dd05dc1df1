package id.dukcapil.portal.visits.plan;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.calendar.ServiceHours;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.visits.resource.Resources;
import id.dukcapil.portal.visits.resource.SchoolCalendar;
import id.dukcapil.portal.visits.resource.SchoolPeriod;
import id.dukcapil.portal.visits.school.School;
import id.dukcapil.portal.visits.school.SchoolKind;
import id.dukcapil.portal.visits.school.Schools;
import id.dukcapil.portal.visits.visit.SchoolAnswer;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.VisitLists;
import id.dukcapil.portal.visits.visit.VisitLists.VisitRow;
import id.dukcapil.portal.visits.visit.Visits;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges and stores arrangements. What breaks a rule is stored only with a reason, which stays on the visit. */
@Service
@PreAuthorize("hasAuthority('VISIT_READ')")
@Transactional(readOnly = true)
public class Schedule {

    /** The rules look for another day so far ahead. */
    private static final int AHEAD = 66;

    private final Visits visits;
    private final VisitLists lists;
    private final Schools schools;
    private final Resources resources;
    private final SchoolCalendar schoolDays;
    private final OfficeCalendar officeDays;
    private final JdbcClient jdbc;

    Schedule(
            Visits visits,
            VisitLists lists,
            Schools schools,
            Resources resources,
            SchoolCalendar schoolDays,
            OfficeCalendar officeDays,
            JdbcClient jdbc) {
        this.visits = visits;
        this.lists = lists;
        this.schools = schools;
        this.resources = resources;
        this.schoolDays = schoolDays;
        this.officeDays = officeDays;
        this.jdbc = jdbc;
    }

    /** What the rules need for these days and those after them in which they look for a way out. */
    public PlanFacts facts(OfficeCode office, LocalDate first, LocalDate last) {
        LocalDate until = last.plusDays(AHEAD);
        Map<LocalDate, String> closed = new HashMap<>();
        Map<LocalDate, Integer> minutes = new HashMap<>();
        for (OfficeDay day : officeDays.days(office, first, until)) {
            ServiceHours hours = day.hours();
            if (hours == null) {
                closed.put(day.date(), day.closedBecause().orElse("kantor tutup"));
            } else {
                minutes.put(day.date(), Math.toIntExact(hours.workingTime().toMinutes()));
            }
        }
        Map<String, School> known = schools.all().stream().collect(toMap(School::npsn, school -> school));
        return new PlanFacts(
                closed,
                minutes,
                schoolDays.between(first, until),
                resources.crews(first, until),
                resources.sets(),
                resources.vehicles(),
                lists.between(first, until).stream()
                        .map(row -> arrangement(row, known))
                        .toList(),
                answers(first, until));
    }

    /** The first day from then on of which neither the office nor the schools' calendar says that nothing can take place. */
    public LocalDate openDay(OfficeCode office, LocalDate from, SchoolKind kind) {
        LocalDate until = from.plusDays(AHEAD);
        List<SchoolPeriod> periods = schoolDays.between(from, until);
        return officeDays.days(office, from, until).stream()
                .filter(OfficeDay::isOpen)
                .map(OfficeDay::date)
                .filter(day -> periods.stream().noneMatch(period -> period.concerns(kind) && period.touches(day, day)))
                .findFirst()
                .orElse(from);
    }

    private static Arrangement arrangement(VisitRow row, Map<String, School> known) {
        School school = known.get(row.npsn());
        return new Arrangement(
                row.number(),
                row.schoolName(),
                school == null ? SchoolKind.SMA : school.kind(),
                row.firstDay(),
                Math.toIntExact(row.lastDay().toEpochDay() - row.firstDay().toEpochDay()) + 1,
                row.expected(),
                row.crew(),
                row.vehicle(),
                Set.copyOf(row.setCodes()),
                row.helperIds());
    }

    private Map<String, SchoolAnswer> answers(LocalDate first, LocalDate last) {
        var answers = new HashMap<String, SchoolAnswer>();
        jdbc.sql("""
                        SELECT number, blackout_from, blackout_to, answered_pupils FROM visits_visit
                        WHERE blackout_from <= :last AND blackout_to >= :first""")
                .param("first", first)
                .param("last", last)
                .query((row, number) -> answers.put(
                        row.getString(1),
                        new SchoolAnswer(
                                null,
                                row.getObject(2, LocalDate.class),
                                row.getObject(3, LocalDate.class),
                                row.getInt(4),
                                "",
                                "")))
                .list();
        return answers;
    }

    /** The visit as the rules see it. */
    public Arrangement arrangement(VisitDetails visit) {
        SchoolKind kind = schools.find(visit.npsn()).map(School::kind).orElse(SchoolKind.SMA);
        return new Arrangement(
                visit.number(),
                visit.schoolName(),
                kind,
                visit.first(),
                visit.days(),
                visit.expected(),
                visit.crew(),
                visit.vehicle(),
                visit.sets(),
                visit.helpers());
    }

    public List<BrokenRule> judge(OfficeCode office, Arrangement visit) {
        return new VisitRules(facts(office, visit.first(), visit.last())).judge(visit);
    }

    /**
     * Stores day, crew, sets and vehicle of a visit.
     *
     * @param why the reason for a day that the school knows to change, and for rules that are broken on purpose
     * @throws InvalidInput in the field {@code rules} with all broken rules, when there are some and no reason
     */
    @PreAuthorize("hasAuthority('VISIT_PLAN')")
    @Transactional
    public Optional<VisitDetails> arrange(long seen, Arrangement wanted, String why) {
        lock();
        return visits.find(wanted.number()).flatMap(visit -> {
            List<BrokenRule> broken = judge(visit.office(), wanted);
            if (!broken.isEmpty() && why.isBlank()) {
                throw new InvalidInput("rules", sentences(broken));
            }
            return visits.arrange(wanted.number(), seen, with(wanted, overridden(broken, why)), why);
        });
    }

    /**
     * As {@link #arrange}, but nothing is broken on purpose: for what was judged some time ago.
     *
     * @throws InvalidInput in the field {@code rules} with the rules that are broken by now
     */
    @PreAuthorize("hasAuthority('VISIT_PLAN')")
    @Transactional
    public Optional<VisitDetails> keep(OfficeCode office, long seen, Arrangement wanted, String why) {
        lock();
        List<BrokenRule> broken = judge(office, wanted);
        if (!broken.isEmpty()) {
            throw new InvalidInput("rules", sentences(broken));
        }
        return visits.arrange(wanted.number(), seen, with(wanted, null), why);
    }

    /** Judged and stored by one planner at a time. */
    private void lock() {
        jdbc.sql("SELECT id FROM visits_plan_lock FOR UPDATE")
                .query(Integer.class)
                .single();
    }

    private static Visits.Wanted with(Arrangement wanted, @Nullable String overridden) {
        return new Visits.Wanted(
                wanted.first(),
                wanted.days(),
                wanted.crew(),
                wanted.vehicle(),
                wanted.sets(),
                wanted.helpers(),
                overridden);
    }

    private static @Nullable String overridden(List<BrokenRule> broken, String why) {
        if (broken.isEmpty()) {
            return null;
        }
        String text = "%s — %s".formatted(why.strip(), sentences(broken));
        return text.substring(0, Math.min(800, text.length()));
    }

    private static String sentences(List<BrokenRule> broken) {
        return String.join(" ", broken.stream().map(BrokenRule::sentence).toList());
    }
}
