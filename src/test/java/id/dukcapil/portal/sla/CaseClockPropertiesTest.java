package id.dukcapil.portal.sla;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.calendar.WorkingDays;
import id.dukcapil.portal.calendar.WorkingDays.Place;
import id.dukcapil.portal.calendar.WorkingTime;
import id.dukcapil.portal.common.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.jspecify.annotations.Nullable;

/** What holds for the clock of every case, wherever it went and whatever broke down meanwhile. */
@Domain(CaseStories.class)
@Domain(WorkingDays.class)
@Domain(DomainContext.Global.class)
class CaseClockPropertiesTest {

    private static final Instant NOW = Instant.parse("2027-01-04T03:00:00Z");

    @Property(tries = 100)
    void everyMinuteInWhichTheOfficeServesAndNothingIsBrokenCountsAndNoOther(
            @ForAll CaseHistory history, @ForAll CaseTargets targets, @ForAll Place place) {
        long worked = history.intervals().stream()
                .filter(stay -> stay.waitingFor() == WaitingFor.OFFICE)
                .flatMap(CaseClockPropertiesTest::minutes)
                .filter(place::servesAt)
                .filter(minute -> history.pauses().stream().noneMatch(pause -> pause.holdsAt(minute)))
                .count();

        assertThat(read(history, targets, place).spent()).isEqualTo(Duration.ofMinutes(worked));
    }

    @Property
    void timeSpentAndTimePausedAreTogetherTheWorkingTimeInWhichTheCaseLayWithTheOffice(
            @ForAll CaseHistory history, @ForAll CaseTargets targets, @ForAll Place place) {
        ClockReading reading = read(history, targets, place);

        assertThat(reading.spent().plus(reading.paused()))
                .isEqualTo(sum(history, WaitingFor.OFFICE, place.time()::between));
    }

    @Property
    void theTimeOfTheApplicantIsCalendarTimeAndNoneOfItIsTheOffices(
            @ForAll CaseHistory history, @ForAll CaseTargets targets, @ForAll Place place) {
        ClockReading reading = read(history, targets, place);
        Duration wholeStay = Duration.between(
                history.intervals().getFirst().from(),
                history.intervals().getLast().endAt(NOW));

        assertThat(reading.citizen()).isEqualTo(sum(history, WaitingFor.APPLICANT, Duration::between));
        assertThat(reading.citizen().plus(reading.spent()).plus(reading.paused()))
                .isLessThanOrEqualTo(wholeStay);
    }

    @Property
    void nothingIsEverNegative(@ForAll CaseHistory history, @ForAll CaseTargets targets, @ForAll Place place) {
        assertThat(read(history, targets, place).steps()).allSatisfy(step -> {
            assertThat(step.spent()).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(step.paused()).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(step.citizen()).isGreaterThanOrEqualTo(Duration.ZERO);
        });
    }

    @Property
    void aPauseWhileTheOfficeRestsChangesNothing(
            @ForAll CaseHistory history, @ForAll CaseTargets targets, @ForAll Place place, @ForAll Instant moment) {
        Instant resumed = place.time().resumedAt(moment).orElseThrow();
        Assume.that(resumed.isBefore(NOW));
        var pauses = new ArrayList<>(history.pauses());
        pauses.add(new ClockPause(moment, resumed, "Listrik padam"));

        assertThat(read(new CaseHistory(history.intervals(), pauses), targets, place))
                .isEqualTo(read(history, targets, place));
    }

    @Property
    void theOrderInWhichPausesWereStatedDoesNotMatter(
            @ForAll CaseHistory history, @ForAll CaseTargets targets, @ForAll Place place, @ForAll long order) {
        var shuffled = new ArrayList<>(history.pauses());
        Collections.shuffle(shuffled, new Random(order));

        assertThat(read(new CaseHistory(history.intervals(), shuffled), targets, place))
                .isEqualTo(read(history, targets, place));
    }

    @Property
    void aPauseStatedTwiceCountsOnce(@ForAll CaseHistory history, @ForAll CaseTargets targets, @ForAll Place place) {
        List<ClockPause> twice = Stream.concat(history.pauses().stream(), history.pauses().stream())
                .toList();

        assertThat(read(new CaseHistory(history.intervals(), twice), targets, place))
                .isEqualTo(read(history, targets, place));
    }

    @Property
    void aHolidayAddedLaterNeverMakesTheOfficeSlower(
            @ForAll CaseHistory history, @ForAll CaseTargets targets, @ForAll Place place, @ForAll LocalDate holiday) {
        ClockReading before = read(history, targets, place);
        ClockReading after = read(history, targets, place.closedOn(holiday));

        assertThat(after.spent()).isLessThanOrEqualTo(before.spent());
        assertThat(after.citizen()).isEqualTo(before.citizen());
        assertThat(after.isBreached() && !before.isBreached()).isFalse();
    }

    @Property
    void aTargetIsKeptAtItsDueInstantAndBrokenOneWorkingMinuteLater(
            @ForAll CaseHistory any, @ForAll CaseTargets targets, @ForAll Place place) {
        CaseHistory history = lyingWithTheOffice(any);
        Instant begun = history.intervals().getLast().from();
        Optional<Instant> ahead = Optional.ofNullable(
                        CaseClock.read(history, targets, place.time(), begun).due())
                .filter(moment -> moment.isAfter(begun));
        Assume.that(ahead.isPresent());
        Instant due = ahead.orElseThrow();
        Instant later = place.time()
                .without(history.pauses().stream()
                        .map(pause -> pause.knownAt(begun))
                        .toList())
                .after(due, Duration.ofMinutes(1))
                .orElseThrow();

        ClockReading atDue = CaseClock.read(history, targets, place.time(), due);
        assertThat(atDue.spent()).isEqualTo(atDue.target());
        assertThat(atDue.isBreached()).isFalse();
        assertThat(CaseClock.read(history, targets, place.time(), later).isBreached())
                .isTrue();
    }

    @Property
    void aBrokenTargetWasUsedUpInThePast(
            @ForAll CaseHistory history, @ForAll CaseTargets targets, @ForAll Place place) {
        ClockReading reading = read(history, targets, place);

        if (reading.isBreached()) {
            assertThat(reading.due()).isNotNull().isBefore(NOW);
        }
        assertThat(reading.steps())
                .filteredOn(StepReading::isBreached)
                .allSatisfy(step -> assertThat(step.due()).isNotNull().isBefore(NOW));
    }

    @Property
    void aStayThatIsWrittenDownInTwoPartsCostsTheSame(
            @ForAll CaseHistory history,
            @ForAll CaseTargets targets,
            @ForAll Place place,
            @ForAll @IntRange(max = 100) int percent) {
        var inParts = new CaseHistory(
                history.intervals().stream()
                        .flatMap(stay -> parts(stay, percent))
                        .toList(),
                history.pauses());

        assertThat(read(inParts, targets, place)).isEqualTo(read(history, targets, place));
    }

    @Property
    void theSameHoursOnTheWallCostTheSameInEveryZone(
            @ForAll CaseHistory history, @ForAll CaseTargets targets, @ForAll Place place) {
        var east = new Place(ZoneId.of("Asia/Jayapura"), place.week(), place.holidays());
        Duration earlier = Duration.between(
                NOW.atZone(east.zone()).toLocalDateTime(),
                NOW.atZone(place.zone()).toLocalDateTime());
        var moved = new CaseHistory(
                history.intervals().stream()
                        .map(stay -> new CaseInterval(
                                stay.step(), stay.waitingFor(), stay.from().plus(earlier), moved(stay.to(), earlier)))
                        .toList(),
                history.pauses().stream()
                        .map(pause ->
                                new ClockPause(pause.from().plus(earlier), moved(pause.to(), earlier), pause.reason()))
                        .toList());

        ClockReading here = read(history, targets, place);
        ClockReading there = CaseClock.read(moved, targets, east.time(), NOW.plus(earlier));
        assertThat(there.spent()).isEqualTo(here.spent());
        assertThat(there.paused()).isEqualTo(here.paused());
        assertThat(there.citizen()).isEqualTo(here.citizen());
        assertThat(there.due()).isEqualTo(moved(here.due(), earlier));
    }

    private static @Nullable Instant moved(@Nullable Instant moment, Duration by) {
        return moment == null ? null : moment.plus(by);
    }

    private static Stream<CaseInterval> parts(CaseInterval stay, int percent) {
        Instant end = stay.endAt(NOW);
        Instant between =
                stay.from().plusSeconds(Duration.between(stay.from(), end).toSeconds() * percent / 100);
        return Stream.of(
                new CaseInterval(stay.step(), stay.waitingFor(), stay.from(), between),
                new CaseInterval(stay.step(), stay.waitingFor(), between, stay.to()));
    }

    /** The case has not left its last step, and the end of every breakdown is known. */
    private static CaseHistory lyingWithTheOffice(CaseHistory history) {
        var stays = new ArrayList<>(history.intervals());
        CaseInterval last = stays.removeLast();
        stays.add(new CaseInterval(last.step(), WaitingFor.OFFICE, last.from(), null));
        return new CaseHistory(
                stays,
                history.pauses().stream().filter(pause -> !pause.isOpenEnded()).toList());
    }

    private interface Measure {
        Duration between(Instant from, Instant to);
    }

    private static Duration sum(CaseHistory history, WaitingFor party, Measure measure) {
        return history.intervals().stream()
                .filter(stay -> stay.waitingFor() == party)
                .map(stay -> measure.between(stay.from(), stay.endAt(NOW)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Stream<Instant> minutes(CaseInterval stay) {
        return Stream.iterate(
                stay.from(), minute -> minute.isBefore(stay.endAt(NOW)), minute -> minute.plusSeconds(60));
    }

    private static ClockReading read(CaseHistory history, CaseTargets targets, Place place) {
        WorkingTime office = place.time();
        return CaseClock.read(history, targets, office, NOW);
    }
}
