package id.dukcapil.portal.booking;

import java.util.List;
import java.util.function.Predicate;

/**
 * How many bookings an office has on a day.
 *
 * @param groups empty when nobody ever booked that day
 */
public record DayCounts(List<Group> groups) {

    /**
     * How many have this status and origin.
     *
     * @param released how many of them are still expected, while their seats may be given to somebody in the room
     */
    public record Group(BookingStatus status, BookingOrigin origin, int bookings, int released) {}

    public DayCounts {
        groups = List.copyOf(groups);
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Bookings that hold a seat, come or not. */
    public int seats() {
        return sum(BookingStatus::holdsSeat);
    }

    /** Bookings whose holder has come. */
    public int came() {
        return sum(BookingStatus::came);
    }

    /** Bookings whose holder may still come, those with a released seat among them. */
    public int expected() {
        return sum(status -> status == BookingStatus.BOOKED);
    }

    /** Numbers that are no longer called: cancelled, moved, given to others. */
    public int withoutSeat() {
        return sum(status -> !status.holdsSeat());
    }

    /** Seats of people who have not come that may be given to somebody in the room. */
    public int released() {
        return groups.stream().mapToInt(Group::released).sum();
    }

    private int sum(Predicate<BookingStatus> wanted) {
        return groups.stream()
                .filter(group -> wanted.test(group.status()))
                .mapToInt(Group::bookings)
                .sum();
    }
}
