package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.procedure.CaseStatus;

/** Where a booking stands. */
public enum BookingStatus implements CaseStatus<BookingStatus> {
    /** A seat is held for the day. */
    BOOKED("Terpesan"),
    /** The person has come; the ticket was scanned. */
    CHECKED_IN("Hadir"),
    /** Done with at the counter; the card is being printed or waits to be fetched. */
    SERVED("Dilayani"),
    /** The card is in the hands of its owner. */
    HANDED_OVER("Kartu diserahkan"),
    /** The day is over and the person had come. */
    COMPLETED("Selesai"),
    /** The day is over and the person had not come. */
    MISSED("Tidak hadir"),
    /** Had not come by the hour at which seats are released; the seat went to somebody in the room. */
    REPLACED("Digantikan"),
    /** Given back; the seat is free again, the number stays voided. */
    CANCELLED("Dibatalkan"),
    /** Replaced by a booking on another day; the seat is free again, the number stays voided. */
    MOVED("Dipindahkan");

    private final String label;

    BookingStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** @param released whether the seat is released: then that is what has to be seen, not that it was booked */
    String label(boolean released) {
        return released ? "Kursi dilepas" : label;
    }

    /** Whether a seat of the day is taken; exactly these rows are counted in {@code booked}. */
    public boolean holdsSeat() {
        return switch (this) {
            case BOOKED, CHECKED_IN, SERVED, HANDED_OVER, COMPLETED, MISSED -> true;
            case REPLACED, CANCELLED, MOVED -> false;
        };
    }

    /** Whether the procedure of the day still goes on for the person. */
    boolean isUnderWay() {
        return switch (this) {
            case BOOKED, CHECKED_IN -> true;
            case SERVED, HANDED_OVER, COMPLETED, MISSED, REPLACED, CANCELLED, MOVED -> false;
        };
    }

    /** Whether the person was there. */
    public boolean came() {
        return switch (this) {
            case CHECKED_IN, SERVED, HANDED_OVER, COMPLETED -> true;
            case BOOKED, MISSED, REPLACED, CANCELLED, MOVED -> false;
        };
    }

    @Override
    public boolean canBecome(BookingStatus next) {
        return switch (this) {
            case BOOKED ->
                next == CHECKED_IN || next == CANCELLED || next == MOVED || next == MISSED || next == REPLACED;
            case CHECKED_IN -> next == SERVED || next == COMPLETED;
            // Cards are fetched on later days too
            case SERVED, COMPLETED -> next == HANDED_OVER;
            case HANDED_OVER, MISSED, REPLACED, CANCELLED, MOVED -> false;
        };
    }
}
