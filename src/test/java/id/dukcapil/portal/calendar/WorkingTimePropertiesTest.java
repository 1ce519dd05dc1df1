package id.dukcapil.portal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.calendar.WorkingDays.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for the working time of every office, whatever its week, holidays and zone. */
@Domain(WorkingDays.class)
@Domain(DomainContext.Global.class)
class WorkingTimePropertiesTest {

    @Property
    void twoSpansInARowHoldAsMuchWorkAsBothTogether(
            @ForAll Place place, @ForAll Instant one, @ForAll Instant two, @ForAll Instant three) {
        List<Instant> moments = Stream.of(one, two, three).sorted().toList();
        WorkingTime time = place.time();

        assertThat(time.between(moments.get(0), moments.get(1)).plus(time.between(moments.get(1), moments.get(2))))
                .isEqualTo(time.between(moments.get(0), moments.get(2)));
    }

    @Property
    void workIsNeverNegativeAndNeverMoreThanTheTimeThatPasses(
            @ForAll Place place, @ForAll Instant one, @ForAll Instant other) {
        Duration passed = Duration.between(one, other);

        assertThat(place.time().between(one, other))
                .isBetween(Duration.ZERO, passed.isNegative() ? Duration.ZERO : passed);
    }

    @Property
    void aLaterEndNeverTakesWorkAway(
            @ForAll Place place, @ForAll Instant from, @ForAll Instant to, @ForAll Duration later) {
        WorkingTime time = place.time();

        assertThat(time.between(from, to.plus(later))).isGreaterThanOrEqualTo(time.between(from, to));
    }

    @Property
    void whenAnAmountOfWorkIsReachedExactlyThatMuchFitsInBetween(
            @ForAll Place place, @ForAll Instant from, @ForAll Duration amount) {
        WorkingTime time = place.time();
        Instant reached = time.after(from, amount).orElseThrow();

        assertThat(time.between(from, reached)).isEqualTo(amount);
    }

    @Property
    void anAmountOfWorkIsReachedAtTheFirstInstantAtWhichItFits(
            @ForAll Place place, @ForAll Instant from, @ForAll @IntRange(min = 1, max = 4_800) int minutes) {
        WorkingTime time = place.time();
        Duration amount = Duration.ofMinutes(minutes);
        Instant reached = time.after(from, amount).orElseThrow();

        assertThat(time.between(from, reached.minusSeconds(1))).isLessThan(amount);
    }

    @Property(tries = 200)
    void everyMinuteOfServiceCountsAndNoMinuteOfRestNightOrHoliday(
            @ForAll Place place, @ForAll Instant from, @ForAll @IntRange(max = 4 * 24 * 60) int minutes) {
        long served = Stream.iterate(from, minute -> minute.plusSeconds(60))
                .limit(minutes)
                .filter(place::servesAt)
                .count();

        assertThat(place.time().between(from, from.plusSeconds(60L * minutes))).isEqualTo(Duration.ofMinutes(served));
    }

    @Property
    void anInstantIsWorkingTimeWhenPeopleAreServedAtIt(@ForAll Place place, @ForAll Instant moment) {
        assertThat(place.time().includes(moment)).isEqualTo(place.servesAt(moment));
    }

    @Property
    void workGoesOnAtTheNextInstantOfServiceAndNothingIsMissedUntilThen(@ForAll Place place, @ForAll Instant moment) {
        WorkingTime time = place.time();
        Instant resumed = time.resumedAt(moment).orElseThrow();

        assertThat(time.includes(resumed)).isTrue();
        assertThat(time.between(moment, resumed)).isZero();
    }

    @Property(tries = 200)
    void theZoneOfTheMachineMakesNoDifference(
            @ForAll Place place, @ForAll Instant from, @ForAll Instant to, @ForAll Duration amount) {
        WorkingTime here = place.time();
        TimeZone machine = TimeZone.getDefault();
        try {
            for (String elsewhere : List.of("UTC", "Asia/Jayapura", "America/New_York", "Pacific/Kiritimati")) {
                TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(elsewhere)));
                WorkingTime there = place.time();
                assertThat(there.between(from, to)).isEqualTo(here.between(from, to));
                assertThat(there.after(from, amount)).isEqualTo(here.after(from, amount));
            }
        } finally {
            TimeZone.setDefault(machine);
        }
    }

    @Property
    void aHolidayMoreNeverMakesMoreWork(
            @ForAll Place place, @ForAll LocalDate holiday, @ForAll Instant from, @ForAll Instant to) {
        assertThat(place.closedOn(holiday).time().between(from, to))
                .isLessThanOrEqualTo(place.time().between(from, to));
    }

    @Property
    void aGapTakesAwayTheWorkInItAndNothingElse(
            @ForAll Place place, @ForAll Instant one, @ForAll Instant other, @ForAll Instant from, @ForAll Instant to) {
        var gap = one.isBefore(other) ? new TimeSpan(one, other) : new TimeSpan(other, one);
        WorkingTime time = place.time();
        Duration lost = from.isBefore(to)
                ? gap.overlap(new TimeSpan(from, to))
                        .map(inside -> time.between(inside.from(), inside.to()))
                        .orElse(Duration.ZERO)
                : Duration.ZERO;

        assertThat(time.without(List.of(gap)).between(from, to))
                .isEqualTo(time.between(from, to).minus(lost));
    }
}
