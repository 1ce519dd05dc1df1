package id.dukcapil.portal.calendar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When an office serves: holidays, its own hours or those of Perpres 21/2023, and the dates on which it departs from
 * them. Dates are those of the office's own time zone. Opening hours are public, hence no permission.
 */
@Service
@PreAuthorize("permitAll()")
@Transactional(readOnly = true)
public class OfficeCalendar {

    private final CalendarFacts facts;

    OfficeCalendar(CalendarFacts facts) {
        this.facts = facts;
    }

    public OfficeDay day(OfficeCode office, LocalDate date) {
        return days(office, date, date).getFirst();
    }

    /** One entry per date, both ends inclusive; empty when {@code to} is before {@code from}. */
    public List<OfficeDay> days(OfficeCode office, LocalDate from, LocalDate to) {
        return days(List.of(office), from, to).getOrDefault(office, List.of());
    }

    /** The same for many offices at once, with no more queries than for one. */
    public Map<OfficeCode, List<OfficeDay>> days(Collection<OfficeCode> offices, LocalDate from, LocalDate to) {
        if (offices.isEmpty() || to.isBefore(from)) {
            return Map.of();
        }
        List<Holiday> holidays = facts.holidays(from, to);
        // An override on a date without usual hours looks back to that week's Monday
        LocalDate weekBefore = from.minusDays(6);
        List<Ramadan> ramadans = facts.ramadans(weekBefore, to);
        Map<OfficeCode, List<OfficeHours>> hours =
                facts.officeHours(offices, weekBefore, to).stream().collect(groupingBy(OfficeHours::office));
        Map<OfficeCode, List<ServiceOverride>> overrides =
                facts.overrides(offices, from, to).stream().collect(groupingBy(ServiceOverride::office));
        Map<OfficeCode, ServicePeriod> periods = facts.servicePeriods(offices);
        var days = new LinkedHashMap<OfficeCode, List<OfficeDay>>();
        for (OfficeCode office : offices) {
            var timetable = new OfficeTimetable(
                    hours.getOrDefault(office, List.of()),
                    ramadans,
                    byDate(holidays, office),
                    overrides.getOrDefault(office, List.of()).stream()
                            .collect(toMap(ServiceOverride::date, identity())),
                    periods.getOrDefault(office, ServicePeriod.ALWAYS));
            days.put(office, timetable.days(from, to));
        }
        return days;
    }

    /** How the office would serve with other hours; all else as it is. */
    OfficeTimetable timetable(OfficeCode office, List<OfficeHours> hours, LocalDate from, LocalDate to) {
        List<OfficeCode> alone = List.of(office);
        return new OfficeTimetable(
                hours,
                facts.ramadans(from, to),
                byDate(facts.holidays(from, to), office),
                facts.overrides(alone, from, to).stream().collect(toMap(ServiceOverride::date, identity())),
                facts.servicePeriods(alone).getOrDefault(office, ServicePeriod.ALWAYS));
    }

    private static Map<LocalDate, Holiday> byDate(List<Holiday> holidays, OfficeCode office) {
        return holidays.stream()
                .filter(holiday -> holiday.concerns(office))
                .collect(toMap(Holiday::date, identity(), (first, alsoOnThatDate) -> first));
    }

    /** The fasting month that goes on at this date or comes next, as far as its dates are known. */
    public Optional<Ramadan> ramadanFrom(LocalDate date) {
        return facts.ramadanNotOverBefore(date);
    }
}
