package id.dukcapil.portal.booking;

import java.util.OptionalInt;

/**
 * The seats of a day while its row is locked: given out in memory, one after the other, and counted up in the row once.
 * Staff use up the reserve first and compete for the rest; the public never takes a reserved seat.
 */
final class FreeSeats {

    private final QuotaRows.Row day;
    private final int lastNumber;
    private int taken;
    private int takenByStaff;

    FreeSeats(QuotaRows.Row day, int lastNumber) {
        this.day = day;
        this.lastNumber = lastNumber;
    }

    /** @return the number of the seat, or nothing when none of this kind is free or the day is closed */
    OptionalInt take(boolean byStaff) {
        if (day.closure() != null || !isFree(byStaff)) {
            return OptionalInt.empty();
        }
        taken++;
        if (byStaff) {
            takenByStaff++;
        }
        return OptionalInt.of(lastNumber + taken);
    }

    private boolean isFree(boolean toStaff) {
        int capacity = day.quota().capacity();
        int reserved = day.quota().reserved();
        int booked = day.booked() + taken;
        int internal = day.bookedInternal() + takenByStaff;
        return toStaff ? booked < capacity : booked - Math.min(internal, reserved) < capacity - reserved;
    }

    /** Whether no number of the day was ever given, and no planner has touched it. */
    boolean neverGivenOut() {
        return lastNumber + taken == 0 && day.version() == 0;
    }

    int taken() {
        return taken;
    }

    int takenByStaff() {
        return takenByStaff;
    }
}
