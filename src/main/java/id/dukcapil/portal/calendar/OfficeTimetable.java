package id.dukcapil.portal.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers for one office from facts that are already loaded: whether it serves at all, then overrides, then holidays, then the office's own
 * hours, then Perpres 21/2023. An office with hours of its own keeps them in Ramadan too, unless it has entered hours
 * for Ramadan.
 */
record OfficeTimetable(
        List<OfficeHours> ownHours,
        List<Ramadan> ramadans,
        Map<LocalDate, Holiday> holidays,
        Map<LocalDate, ServiceOverride> overrides,
        ServicePeriod period) {

    List<OfficeDay> days(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).map(this::day).toList();
    }

    OfficeDay day(LocalDate date) {
        Holiday holiday = holidays.get(date);
        Optional<String> outside = period.outside(date);
        if (outside.isPresent()) {
            return new OfficeDay(date, null, holiday, outside.get());
        }
        ServiceOverride override = overrides.get(date);
        if (override != null) {
            return new OfficeDay(date, override.serves() ? hoursOf(override) : null, holiday, override.reason());
        }
        return new OfficeDay(date, holiday == null ? usualHours(date).orElse(null) : null, holiday);
    }

    /** A date that has no usual hours (a Sunday, say) takes those of the Monday before it. */
    private ServiceHours hoursOf(ServiceOverride override) {
        if (override.hours() != null) {
            return override.hours();
        }
        LocalDate monday = override.date().with(DayOfWeek.MONDAY);
        return usualHours(override.date())
                .or(() -> usualHours(monday))
                .or(() -> StatutoryHours.on(DayOfWeek.MONDAY, periodOf(override.date())))
                .orElseThrow();
    }

    private Optional<ServiceHours> usualHours(LocalDate date) {
        List<OfficeHours> own = ownHoursInForce(date);
        if (own.isEmpty()) {
            return StatutoryHours.on(date.getDayOfWeek(), periodOf(date));
        }
        return own.stream()
                .filter(row -> row.weekday() == date.getDayOfWeek())
                .max(Comparator.comparing(OfficeHours::validFrom))
                .map(OfficeHours::hours);
    }

    private List<OfficeHours> ownHoursInForce(LocalDate date) {
        List<OfficeHours> own = ownHours(date, periodOf(date)).toList();
        return own.isEmpty() ? ownHours(date, Period.NORMAL).toList() : own;
    }

    private Stream<OfficeHours> ownHours(LocalDate date, Period period) {
        return ownHours.stream().filter(row -> row.period() == period && row.holdsOn(date));
    }

    private Period periodOf(LocalDate date) {
        return ramadans.stream().anyMatch(ramadan -> ramadan.contains(date)) ? Period.RAMADAN : Period.NORMAL;
    }
}
