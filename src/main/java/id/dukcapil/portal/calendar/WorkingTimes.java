package id.dukcapil.portal.calendar;

import static java.util.stream.Collectors.groupingBy;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The working time of offices, as their hours, holidays and exceptions stand now. What is given out reads on as it
 * needs and keeps what it has read: take a new one for every request. Opening hours are public, hence no permission.
 */
@Service
@PreAuthorize("permitAll()")
public class WorkingTimes {

    private final CalendarFacts facts;
    private final OfficeCalendar calendar;

    WorkingTimes(CalendarFacts facts, OfficeCalendar calendar) {
        this.facts = facts;
        this.calendar = calendar;
    }

    /** @throws IllegalArgumentException when there is no such office */
    public WorkingTime of(OfficeCode office) {
        return WorkingTime.of(zone(facts.timeZones(List.of(office)), office), month -> read(office, month));
    }

    /**
     * For a list of cases of many offices: what lies between two instants is read at once, no matter how many offices
     * there are, the rest when it is asked for.
     *
     * @throws IllegalArgumentException when one of the offices does not exist
     */
    public Map<OfficeCode, WorkingTime> of(Collection<OfficeCode> offices, Instant from, Instant to) {
        if (offices.isEmpty()) {
            return Map.of();
        }
        Map<OfficeCode, ZoneId> zones = facts.timeZones(offices);
        YearMonth first = earliestMonth(zones.values(), from);
        YearMonth last = latestMonth(zones.values(), to);
        Map<OfficeCode, List<OfficeDay>> days = calendar.days(offices, first.atDay(1), last.atEndOfMonth());
        var times = new HashMap<OfficeCode, WorkingTime>();
        for (OfficeCode office : offices) {
            times.put(office, withKnownDays(office, zone(zones, office), days.getOrDefault(office, List.of())));
        }
        return times;
    }

    private WorkingTime withKnownDays(OfficeCode office, ZoneId zone, List<OfficeDay> days) {
        Map<YearMonth, List<OfficeDay>> known = days.stream().collect(groupingBy(day -> YearMonth.from(day.date())));
        return WorkingTime.of(zone, month -> known.containsKey(month) ? known.get(month) : read(office, month));
    }

    private List<OfficeDay> read(OfficeCode office, YearMonth month) {
        return calendar.days(office, month.atDay(1), month.atEndOfMonth());
    }

    private static YearMonth earliestMonth(Collection<ZoneId> zones, Instant moment) {
        return zones.stream()
                .map(zone -> YearMonth.from(moment.atZone(zone)))
                .min(YearMonth::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("None of these offices exists"));
    }

    private static YearMonth latestMonth(Collection<ZoneId> zones, Instant moment) {
        return zones.stream()
                .map(zone -> YearMonth.from(moment.atZone(zone)))
                .max(YearMonth::compareTo)
                .orElseThrow();
    }

    private static ZoneId zone(Map<OfficeCode, ZoneId> zones, OfficeCode office) {
        ZoneId zone = zones.get(office);
        if (zone == null) {
            throw new IllegalArgumentException("There is no office " + office);
        }
        return zone;
    }
}
