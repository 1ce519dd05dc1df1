package id.dukcapil.portal.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one NIK has done with seats lately.
 *
 * @param booked when seats were booked by application; not those that took the place of another
 * @param givenBack when seats were cancelled by application or by the link in a letter
 * @param missed the days on which the person did not come
 */
record PersonHistory(List<Instant> booked, List<Instant> givenBack, List<LocalDate> missed) {

    static final PersonHistory NONE = new PersonHistory(List.of(), List.of(), List.of());

    PersonHistory {
        booked = List.copyOf(booked);
        givenBack = List.copyOf(givenBack);
        missed = List.copyOf(missed);
    }

    /**
     * When there will be fewer than that many in the period.
     *
     * @return nothing when there are fewer now, or there is no limit
     */
    static Optional<Instant> tooManyUntil(Collection<Instant> moments, int most, Duration period, Instant now) {
        if (most <= 0) {
            return Optional.empty();
        }
        return moments.stream()
                .sorted(Comparator.reverseOrder())
                .skip(most - 1L)
                .findFirst()
                .map(moment -> moment.plus(period))
                .filter(until -> until.isAfter(now));
    }

    /**
     * The first day after the pause for missed days.
     *
     * @return nothing when there is no pause, or it is over
     */
    Optional<LocalDate> pausedUntil(BookingLimits limits, LocalDate today) {
        List<LocalDate> counted = missed.stream()
                .filter(day -> day.isAfter(today.minusDays(limits.missedWithin().toDays())))
                .toList();
        if (limits.missed() <= 0 || counted.size() < limits.missed()) {
            return Optional.empty();
        }
        return counted.stream()
                .max(Comparator.naturalOrder())
                .map(day -> day.plusDays(limits.pause().toDays()))
                .filter(until -> until.isAfter(today));
    }
}
