package id.dukcapil.portal.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The time in which one office works: its opening hours without rests, holidays, nights and the days on which it stays
 * closed. Everything is asked and answered in instants; only the office's own zone decides which hours they are.
 *
 * <p>The days are read month by month as they are needed and kept, so a value lasts for one request, not longer:
 * holidays and hours change. Not to be shared between threads.
 */
public final class WorkingTime {

    /** Where the days of the office come from. */
    @FunctionalInterface
    public interface OfficeDays {

        /** One entry per date of that month. */
        List<OfficeDay> of(YearMonth month);
    }

    // An office that serves nobody for a whole year is closed; nobody looks further for its next day of work
    private static final int MONTHS_AHEAD = 13;

    private final ZoneId zone;
    private final Function<YearMonth, List<TimeSpan>> months;

    private WorkingTime(ZoneId zone, Function<YearMonth, List<TimeSpan>> months) {
        this.zone = zone;
        this.months = months;
    }

    /** @param zone the office's own, in which its hours and dates are written */
    public static WorkingTime of(ZoneId zone, OfficeDays days) {
        var read = new HashMap<YearMonth, List<TimeSpan>>();
        return new WorkingTime(
                zone, month -> read.computeIfAbsent(month, missing -> stretches(zone, days.of(missing))));
    }

    /** The same without these spans, which may overlap and come in any order. */
    public WorkingTime without(Collection<TimeSpan> spans) {
        List<TimeSpan> gaps = List.copyOf(spans);
        return gaps.isEmpty() ? this : new WorkingTime(zone, month -> cut(months.apply(month), gaps));
    }

    /** How much work fits between two instants; none when the second is not after the first. */
    public Duration between(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        var asked = new TimeSpan(from, to);
        YearMonth last = monthOf(to);
        Duration sum = Duration.ZERO;
        for (YearMonth month = monthOf(from); !month.isAfter(last); month = month.plusMonths(1)) {
            for (TimeSpan stretch : months.apply(month)) {
                sum = sum.plus(stretch.overlap(asked).map(TimeSpan::length).orElse(Duration.ZERO));
            }
        }
        return sum;
    }

    /** The work left until something is due; negative by the work done since, when it is late. */
    public Duration left(Instant now, Instant due) {
        return now.isBefore(due) ? between(now, due) : between(due, now).negated();
    }

    /**
     * The first instant at which so much work fits after an instant. The last minute of a day ends when the office
     * closes, not when it opens again.
     *
     * @return empty when the office does not work so much within the following year, because it is closed
     * @throws IllegalArgumentException when the amount is negative
     */
    public Optional<Instant> after(Instant from, Duration amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("Work of " + amount);
        }
        if (amount.isZero()) {
            return Optional.of(from);
        }
        Duration left = amount;
        for (TimeSpan stretch : (Iterable<TimeSpan>) ahead(from)::iterator) {
            if (stretch.length().compareTo(left) >= 0) {
                return Optional.of(stretch.from().plus(left));
            }
            left = left.minus(stretch.length());
        }
        return Optional.empty();
    }

    /** What the clocks of the office show. */
    public LocalDateTime onItsClocks(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    /** Whether the office works at this instant. */
    public boolean includes(Instant moment) {
        return months.apply(monthOf(moment)).stream().anyMatch(stretch -> stretch.contains(moment));
    }

    /**
     * When work goes on: this instant itself while the office works, else the next time it opens or returns from rest.
     *
     * @return empty when the office does not work within the following year
     */
    public Optional<Instant> resumedAt(Instant moment) {
        return ahead(moment).map(TimeSpan::from).findFirst();
    }

    /** What is left to work from an instant on, by time. */
    private Stream<TimeSpan> ahead(Instant from) {
        var future = new TimeSpan(from, Instant.MAX);
        return Stream.iterate(monthOf(from), month -> month.plusMonths(1))
                .limit(MONTHS_AHEAD)
                .flatMap(month -> months.apply(month).stream())
                .flatMap(stretch -> stretch.overlap(future).stream());
    }

    private YearMonth monthOf(Instant moment) {
        return YearMonth.from(moment.atZone(zone));
    }

    private static List<TimeSpan> cut(List<TimeSpan> stretches, List<TimeSpan> gaps) {
        List<TimeSpan> left = stretches;
        for (TimeSpan gap : gaps) {
            left = left.stream().flatMap(stretch -> stretch.without(gap)).toList();
        }
        return left;
    }

    private static List<TimeSpan> stretches(ZoneId zone, List<OfficeDay> days) {
        return days.stream().flatMap(day -> stretches(zone, day)).toList();
    }

    private static Stream<TimeSpan> stretches(ZoneId zone, OfficeDay day) {
        ServiceHours hours = day.hours();
        if (hours == null) {
            return Stream.empty();
        }
        TimeSpan opening = span(zone, day.date(), hours.opens(), hours.closes());
        LocalTime restFrom = hours.restFrom();
        LocalTime restTo = hours.restTo();
        return restFrom == null || restTo == null
                ? Stream.of(opening)
                : opening.without(span(zone, day.date(), restFrom, restTo));
    }

    private static TimeSpan span(ZoneId zone, LocalDate date, LocalTime from, LocalTime to) {
        return new TimeSpan(
                date.atTime(from).atZone(zone).toInstant(),
                date.atTime(to).atZone(zone).toInstant());
    }
}
