package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.RelocationPlan.Choice;
import id.dukcapil.portal.booking.RelocationPlan.OpenDay;
import id.dukcapil.portal.booking.RelocationPlan.Passenger;
import id.dukcapil.portal.booking.RelocationPlan.Person;
import id.dukcapil.portal.common.Nik;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides who keeps a day that takes fewer people, and where the others go. People of sixty or older come first (UU 13/1998
 * art. 1: lanjut usia), then whoever booked first. What the planner chose for somebody holds before anything else; the
 * others get the nearest day with a seat of their kind.
 */
final class RelocationPlanner {

    static final int ELDERLY = 60;

    /** Nobody below this age has a card to print, married ones included; it tells the centuries of a NIK apart. */
    private static final int YOUNGEST = 15;

    private static final Comparator<Person> ORDER = Comparator.comparing((Person person) -> !person.priority())
            .thenComparing(Person::bookedAt)
            .thenComparing(Person::from)
            .thenComparingInt(Person::number);

    private final Map<LocalDate, Integer> seats;
    private final Map<BookingId, Choice> choices;
    private final TreeMap<LocalDate, Seats> targets = new TreeMap<>();
    private final Map<BookingId, LocalDate> places = new HashMap<>();

    private RelocationPlanner(Map<LocalDate, Integer> seats, List<OpenDay> targets, Map<BookingId, Choice> choices) {
        this.seats = new HashMap<>(seats);
        this.choices = choices;
        targets.forEach(day -> this.targets.put(day.date(), new Seats(day)));
    }

    /**
     * @param seats how many of the people may stay on each of the days
     * @param targets days to which people may be moved
     * @param choices what the planner has decided for some of the people
     */
    static RelocationPlan plan(
            List<Person> people, Map<LocalDate, Integer> seats, List<OpenDay> targets, Map<BookingId, Choice> choices) {
        List<Person> inOrder = people.stream().sorted(ORDER).toList();
        return new RelocationPlan(new RelocationPlanner(seats, targets, choices).places(inOrder), targets);
    }

    static boolean isElderly(Nik nik, LocalDate day) {
        return !nik.saysBornOn(day.minusYears(YOUNGEST)).plusYears(ELDERLY).isAfter(day);
    }

    private List<Passenger> places(List<Person> people) {
        var leaving = new ArrayList<Person>();
        List<Person> chosen = people.stream()
                .filter(person -> choices.containsKey(person.id()))
                .toList();
        chosen.forEach(this::followChoice);
        for (Person person : people) {
            if (!choices.containsKey(person.id()) && !takePlaceOfOwnDay(person)) {
                leaving.add(person);
            }
        }
        leaving.forEach(person -> nearestDay(person).ifPresent(day -> places.put(person.id(), day)));
        return people.stream().map(this::passenger).toList();
    }

    private void followChoice(Person person) {
        LocalDate wanted = choices.getOrDefault(person.id(), Choice.STAY).to();
        if (wanted == null) {
            takePlaceOfOwnDay(person);
        } else {
            Optional.ofNullable(targets.get(wanted))
                    .filter(day -> day.take(person.internal()))
                    .ifPresent(day -> places.put(person.id(), wanted));
        }
    }

    private boolean takePlaceOfOwnDay(Person person) {
        int left = seats.getOrDefault(person.from(), 0);
        if (left <= 0) {
            return false;
        }
        seats.put(person.from(), left - 1);
        places.put(person.id(), person.from());
        return true;
    }

    private Optional<LocalDate> nearestDay(Person person) {
        return targets.entrySet().stream()
                .filter(day -> day.getValue().take(person.internal()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Passenger passenger(Person person) {
        LocalDate place = places.get(person.id());
        boolean stays = person.from().equals(place);
        return new Passenger(person, stays, stays ? null : place);
    }

    /** The seats of a day as {@link QuotaRows#takeSeat} gives them. */
    private static final class Seats {

        private final QuotaRule quota;
        private int booked;
        private int internal;

        Seats(OpenDay day) {
            quota = day.quota();
            booked = day.booked();
            internal = day.bookedInternal();
        }

        boolean take(boolean forStaff) {
            boolean free = forStaff
                    ? booked < quota.capacity()
                    : booked - Math.min(internal, quota.reserved()) < quota.capacity() - quota.reserved();
            if (free) {
                booked++;
                internal += forStaff ? 1 : 0;
            }
            return free;
        }
    }
}
