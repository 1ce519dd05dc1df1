package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.booking.RelocationPlan.Choice;
import id.dukcapil.portal.booking.RelocationPlan.OpenDay;
import id.dukcapil.portal.booking.RelocationPlan.Passenger;
import id.dukcapil.portal.booking.RelocationPlan.Person;
import id.dukcapil.portal.common.Nik;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelocationPlannerTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final Nik YOUNG = new Nik("3204370101990001");

    @Test
    void whoeverBookedFirstStaysAndTheOthersGoToTheNearestDays() {
        RelocationPlan plan = plan(people(5), 2, List.of(day(TUESDAY, 2), day(FRIDAY, 9)), Map.of());
        assertThat(plan.people()).extracting(Passenger::to).containsExactly(null, null, TUESDAY, TUESDAY, FRIDAY);
        assertThat(plan.staying()).isEqualTo(2);
        assertThat(plan.moving()).hasSize(3);
        assertThat(plan.days()).isEqualTo(2);
        assertThat(plan.withoutPlace()).isZero();
    }

    @Test
    void elderlyPeopleComeBeforeThoseWhoBookedEarlier() {
        List<Person> people = new ArrayList<>(people(3));
        Person last = people.removeLast();
        people.add(new Person(
                last.id(),
                last.code(),
                last.from(),
                last.number(),
                "SEPUH",
                last.nik(),
                null,
                false,
                true,
                last.bookedAt()));
        RelocationPlan plan = plan(people, 1, List.of(day(TUESDAY, 9)), Map.of());
        assertThat(plan.people().getFirst().person().name()).isEqualTo("SEPUH");
        assertThat(plan.people().getFirst().stays()).isTrue();
        assertThat(plan.moving()).hasSize(2);
    }

    @Test
    void theAgeIsReadFromTheNikAndCountsOnTheDayOfTheBooking() {
        LocalDate day = LocalDate.of(2026, 12, 7);
        assertThat(RelocationPlanner.isElderly(new Nik("3204370712660001"), day))
                .isTrue();
        assertThat(RelocationPlanner.isElderly(new Nik("3204370812660001"), day))
                .isFalse();
        // A woman, born on 7 December 1966, and somebody of a hundred years, who is not taken for a newborn
        assertThat(RelocationPlanner.isElderly(new Nik("3204374712660001"), day))
                .isTrue();
        assertThat(RelocationPlanner.isElderly(new Nik("3204370101260001"), day))
                .isTrue();
        assertThat(RelocationPlanner.isElderly(new Nik("3204370101080001"), day))
                .isFalse();
    }

    @Test
    void theReserveIsForThoseWhoHadASeatOfStaff() {
        var reserved = new OpenDay(TUESDAY, new QuotaRule(10, 10), 0, 0);
        RelocationPlan plan = plan(people(2), 0, List.of(reserved, day(FRIDAY, 9)), Map.of());
        assertThat(plan.people()).extracting(Passenger::to).containsOnly(FRIDAY);
        Person open = people(1).getFirst();
        var internal =
                new Person(open.id(), open.code(), MONDAY, 1, "PETUGAS", YOUNG, null, true, false, open.bookedAt());
        assertThat(plan(List.of(internal), 0, List.of(reserved), Map.of()).people())
                .extracting(Passenger::to)
                .containsExactly(TUESDAY);
    }

    @Test
    void whatThePlannerChoseHoldsAndTheOthersMoveUp() {
        List<Person> people = people(3);
        Map<BookingId, Choice> choices =
                Map.of(people.get(0).id(), new Choice(FRIDAY), people.get(2).id(), Choice.STAY);
        RelocationPlan plan = plan(people, 1, List.of(day(TUESDAY, 9), day(FRIDAY, 1)), choices);
        assertThat(plan.people()).extracting(Passenger::to).containsExactly(FRIDAY, TUESDAY, null);
        assertThat(plan.people().get(2).stays()).isTrue();
    }

    @Test
    void nobodyStaysOnADayThatTakesNobodyAndWhoFindsNoSeatIsTold() {
        List<Person> people = people(3);
        RelocationPlan plan =
                plan(people, 0, List.of(day(TUESDAY, 1)), Map.of(people.get(0).id(), Choice.STAY));
        assertThat(plan.staying()).isZero();
        assertThat(plan.withoutPlace()).isEqualTo(2);
        assertThat(plan(people, 0, List.of(), Map.of()).withoutPlace()).isEqualTo(3);
    }

    @Property
    void noDayIsEverOverbookedAndNobodyIsLost(
            @ForAll @IntRange(max = 60) int number,
            @ForAll @IntRange(max = 40) int stay,
            @ForAll @IntRange(max = 30) int tuesday,
            @ForAll @IntRange(max = 30) int wednesday,
            @ForAll long seed) {
        var random = new Random(seed);
        List<Person> people = people(number).stream()
                .map(person -> new Person(
                        person.id(),
                        person.code(),
                        MONDAY,
                        person.number(),
                        person.name(),
                        YOUNG,
                        null,
                        random.nextInt(4) == 0,
                        random.nextInt(5) == 0,
                        person.bookedAt()))
                .toList();
        var first = new OpenDay(TUESDAY, new QuotaRule(tuesday, tuesday / 3), tuesday / 4, tuesday / 8);
        var second = new OpenDay(WEDNESDAY, new QuotaRule(wednesday, wednesday / 3), 0, 0);
        RelocationPlan plan = plan(people, stay, List.of(first, second), Map.of());
        assertThat(plan.people()).hasSize(number);
        assertThat(plan.staying()).isEqualTo(Math.min(stay, number));
        assertThat(arriving(plan, TUESDAY) + first.booked()).isLessThanOrEqualTo(tuesday);
        assertThat(arriving(plan, WEDNESDAY)).isLessThanOrEqualTo(wednesday);
        assertThat(plan.staying() + plan.moving().size() + plan.withoutPlace()).isEqualTo(number);
    }

    private static long arriving(RelocationPlan plan, LocalDate day) {
        return plan.moving().stream().filter(one -> day.equals(one.to())).count();
    }

    private static RelocationPlan plan(
            List<Person> people, int stay, List<OpenDay> targets, Map<BookingId, Choice> choices) {
        return RelocationPlanner.plan(people, Map.of(MONDAY, stay), targets, choices);
    }

    /** In the order in which they booked. */
    private static List<Person> people(int number) {
        var random = new Random(5);
        return IntStream.range(0, number)
                .mapToObj(i -> person(i, BookingCode.random(random), null))
                .toList();
    }

    private static Person person(int i, BookingCode code, @Nullable String email) {
        return new Person(
                new BookingId(UUID.randomUUID()),
                code,
                MONDAY,
                i + 1,
                "PEMOHON " + i,
                YOUNG,
                email,
                false,
                false,
                Instant.parse("2026-11-20T02:00:00Z").plusSeconds(i));
    }

    private static OpenDay day(LocalDate date, int seats) {
        return new OpenDay(date, new QuotaRule(seats, 0), 0, 0);
    }
}
