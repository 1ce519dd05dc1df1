package id.dukcapil.portal.booking;

/** What has become of a number of the day, so far; every number that was issued has exactly one. */
public enum DayEnding {
    HANDED_OVER("Kartu diserahkan"),
    SERVED("Dilayani, kartu belum diserahkan"),
    WAITING("Hadir, menunggu dilayani"),
    COMPLETED("Hadir, tidak dicatat dilayani"),
    EXPECTED("Belum hadir"),
    RELEASED("Belum hadir, kursi dilepas"),
    MISSED("Tidak hadir"),
    REPLACED("Tidak hadir, kursi diberikan kepada orang lain"),
    CANCELLED("Dibatalkan"),
    MOVED("Dipindahkan ke hari lain");

    private final String label;

    DayEnding(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether nothing more can become of it on the day. */
    public boolean isFinal() {
        return switch (this) {
            case WAITING, EXPECTED, RELEASED -> false;
            case HANDED_OVER, SERVED, COMPLETED, MISSED, REPLACED, CANCELLED, MOVED -> true;
        };
    }

    /** @param released whether the seat was released to the room */
    static DayEnding of(BookingStatus status, boolean released) {
        return switch (status) {
            case BOOKED -> released ? RELEASED : EXPECTED;
            case CHECKED_IN -> WAITING;
            case SERVED -> SERVED;
            case HANDED_OVER -> HANDED_OVER;
            case COMPLETED -> COMPLETED;
            case MISSED -> MISSED;
            case REPLACED -> REPLACED;
            case CANCELLED -> CANCELLED;
            case MOVED -> MOVED;
        };
    }
}
