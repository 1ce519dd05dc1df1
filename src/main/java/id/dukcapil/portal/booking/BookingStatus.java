package id.dukcapil.portal.booking;

/** Where a booking stands. */
public enum BookingStatus {
    /** A seat is held for the day. */
    BOOKED("Terpesan"),
    /** The person has come; the ticket was scanned. */
    CHECKED_IN("Hadir"),
    /** The day is over and the person had come. */
    COMPLETED("Selesai"),
    /** The day is over and the person had not come. */
    MISSED("Tidak hadir"),
    /** Given back; the seat is free again, the number stays voided. */
    CANCELLED("Dibatalkan"),
    /** Replaced by a booking on another day; the seat is free again, the number stays voided. */
    MOVED("Dipindahkan");

    private final String label;

    BookingStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether a seat of the day is taken; exactly these rows are counted in {@code booked}. */
    public boolean holdsSeat() {
        return switch (this) {
            case BOOKED, CHECKED_IN, COMPLETED, MISSED -> true;
            case CANCELLED, MOVED -> false;
        };
    }

    public boolean canBecome(BookingStatus next) {
        return switch (this) {
            case BOOKED -> next == CHECKED_IN || next == CANCELLED || next == MOVED || next == MISSED;
            case CHECKED_IN -> next == COMPLETED;
            case COMPLETED, MISSED, CANCELLED, MOVED -> false;
        };
    }
}
