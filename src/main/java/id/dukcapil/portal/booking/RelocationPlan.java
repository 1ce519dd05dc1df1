package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.Nik;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who stays and who goes where, as the planner sees it before anything is done.
 *
 * @param people in the order in which places were given: priority first, then whoever booked first
 * @param targets days that still had seats, by date
 */
public record RelocationPlan(List<Passenger> people, List<OpenDay> targets) {

    /**
     * Somebody who has booked one of the days.
     *
     * @param internal whether the seat was given by staff, and the new one may come from their reserve
     * @param priority whether they are served before others, see {@link RelocationPlanner}
     */
    public record Person(
            BookingId id,
            BookingCode code,
            LocalDate from,
            int number,
            String name,
            Nik nik,
            @Nullable String email,
            boolean internal,
            boolean priority,
            Instant bookedAt) {}

    /**
     * What is planned for one person.
     *
     * @param to the new day; none for who stays, and for whom no seat was found
     */
    public record Passenger(
            Person person, boolean stays, @Nullable LocalDate to) {

        public boolean moves() {
            return to != null;
        }

        public boolean withoutPlace() {
            return !stays && to == null;
        }
    }

    /** A day with seats left, as the calendar counts them. */
    public record OpenDay(LocalDate date, QuotaRule quota, int booked, int bookedInternal) {}

    /** What the planner wants for one person: another day, or to stay. */
    public record Choice(@Nullable LocalDate to) {

        public static final Choice STAY = new Choice(null);
    }

    public RelocationPlan {
        people = List.copyOf(people);
        targets = List.copyOf(targets);
    }

    public List<Passenger> moving() {
        return people.stream().filter(Passenger::moves).toList();
    }

    public int staying() {
        return (int) people.stream().filter(Passenger::stays).count();
    }

    public int withoutPlace() {
        return (int) people.stream().filter(Passenger::withoutPlace).count();
    }

    /** How many people more, or fewer, than now each day has afterwards. */
    Map<LocalDate, Integer> changes() {
        var changes = new HashMap<LocalDate, Integer>();
        for (Passenger passenger : moving()) {
            changes.merge(passenger.person().from(), -1, Integer::sum);
            changes.merge(Objects.requireNonNull(passenger.to()), 1, Integer::sum);
        }
        return changes;
    }

    /** How many are moved to that day or a later one. */
    public int arrivingFrom(LocalDate day) {
        return (int) moving().stream()
                .map(Passenger::to)
                .filter(to -> to != null && !to.isBefore(day))
                .count();
    }

    /** On how many days the people arrive. */
    public int days() {
        return (int) people.stream()
                .map(Passenger::to)
                .flatMap(to -> Optional.ofNullable(to).stream())
                .distinct()
                .count();
    }
}
