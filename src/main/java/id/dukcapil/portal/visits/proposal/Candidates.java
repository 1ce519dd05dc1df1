package id.dukcapil.portal.visits.proposal;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.visits.plan.Arrangement;
import id.dukcapil.portal.visits.plan.PlanFacts;
import id.dukcapil.portal.visits.plan.Schedule;
import id.dukcapil.portal.visits.plan.VisitRules;
import id.dukcapil.portal.visits.school.School;
import id.dukcapil.portal.visits.school.Schools;
import id.dukcapil.portal.visits.visit.VisitLists;
import id.dukcapil.portal.visits.visit.VisitLists.VisitRow;
import id.dukcapil.portal.visits.visit.VisitStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which schools need a day: those with pupils to record and no visit in this school year, and visits that are not published
 * yet. A published visit stays unless it breaks a rule by now, because of a holiday, an absence, a machine or another published
 * visit; one that is only agreed has to make room.
 */
@Component
class Candidates {

    /** On the roads of a regency, by car, for each kilometre as the crow flies. */
    private static final int MINUTES_A_KILOMETRE = 3;

    private static final int WITHOUT_PLACE = 45;
    private static final int FIRST_MONTH = 7;

    private final Schedule schedule;
    private final VisitLists lists;
    private final Schools schools;
    private final ProposalRecords records;

    Candidates(Schedule schedule, VisitLists lists, Schools schools, ProposalRecords records) {
        this.schedule = schedule;
        this.lists = lists;
        this.schools = schools;
        this.records = records;
    }

    PlanSpace space(OfficeCode office, LocalDate first, LocalDate last) {
        PlanFacts facts = schedule.facts(office, first, last);
        List<VisitRow> rows = lists.between(first, last);
        Map<String, Arrangement> stand = facts.others().stream().collect(toMap(Arrangement::number, one -> one));
        var rules = new VisitRules(facts.with(rows.stream()
                .filter(row -> row.status() == VisitStatus.PUBLISHED)
                .map(row -> stand.get(row.number()))
                .filter(Objects::nonNull)
                .toList()));
        Map<String, LocalDate> wishes = records.wishes(first, last);
        Map<String, School> known = schools.all().stream().collect(toMap(School::npsn, one -> one));
        Centre centre = Centre.of(known.values().stream().toList());
        var candidates = new ArrayList<Candidate>();
        for (VisitRow row : rows) {
            Arrangement now = stand.get(row.number());
            School school = known.get(row.npsn());
            if (now != null && school != null && moves(row, now, rules, first)) {
                candidates.add(new Candidate(
                        row.number(),
                        row.version(),
                        row.status() != VisitStatus.DRAFT,
                        row.status() == VisitStatus.PUBLISHED,
                        row.npsn(),
                        row.schoolName(),
                        school.kind(),
                        row.expected(),
                        centre.minutes(school),
                        wishes.get(row.number()),
                        now));
            }
        }
        without(known, first, last, centre, candidates);
        return new PlanSpace(facts, candidates, first, last);
    }

    private static boolean moves(VisitRow row, Arrangement now, VisitRules rules, LocalDate first) {
        if (!row.status().isOpen() || row.firstDay().isBefore(first)) {
            return false;
        }
        return row.status() != VisitStatus.PUBLISHED
                || row.overridden() == null && !rules.broken(now).isEmpty();
    }

    private void without(
            Map<String, School> known, LocalDate first, LocalDate last, Centre centre, List<Candidate> candidates) {
        LocalDate july = yearOf(first);
        Set<String> visited = records.visited(july, july.plusYears(1).minusDays(1));
        records.toRecord(last).forEach((npsn, pupils) -> {
            School school = known.get(npsn);
            if (school != null && !visited.contains(npsn)) {
                candidates.add(new Candidate(
                        null,
                        0,
                        false,
                        false,
                        npsn,
                        school.name(),
                        school.kind(),
                        pupils,
                        centre.minutes(school),
                        null,
                        null));
            }
        });
    }

    /** The first of July before. */
    static LocalDate yearOf(LocalDate day) {
        LocalDate july = LocalDate.of(day.getYear(), FIRST_MONTH, 1);
        return day.isBefore(july) ? july.minusYears(1) : july;
    }

    /** How many schools neither sent a list nor have a visit. */
    int withoutList(LocalDate first, LocalDate last) {
        LocalDate july = yearOf(first);
        Set<String> visited = records.visited(july, july.plusYears(1).minusDays(1));
        Set<String> listed = records.toRecord(last).keySet();
        return Math.toIntExact(schools.all().stream()
                .filter(school -> !visited.contains(school.npsn()) && !listed.contains(school.npsn()))
                .count());
    }

    /** The middle of all schools, since offices have no coordinates. */
    private record Centre(double latitude, double longitude) {

        static Centre of(List<School> schools) {
            return new Centre(mean(schools, School::latitude), mean(schools, School::longitude));
        }

        private interface Coordinate {
            @Nullable
            Double of(School school);
        }

        private static double mean(List<School> schools, Coordinate coordinate) {
            return schools.stream()
                    .filter(School::isOnTheMap)
                    .mapToDouble(toDouble(coordinate))
                    .average()
                    .orElse(0);
        }

        private static ToDoubleFunction<School> toDouble(Coordinate coordinate) {
            return school -> {
                Double value = coordinate.of(school);
                return value == null ? 0 : value;
            };
        }

        int minutes(School school) {
            return school.isOnTheMap()
                    ? Math.toIntExact(Math.round(school.kilometresTo(latitude, longitude) * MINUTES_A_KILOMETRE))
                    : WITHOUT_PLACE;
        }
    }
}
