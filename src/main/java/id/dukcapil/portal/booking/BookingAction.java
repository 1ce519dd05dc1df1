package id.dukcapil.portal.booking;

/** The clerk's verbs on a booking, as its timeline names them. */
public enum BookingAction {
    BOOK("Dipesan"),
    CHECK_IN("Dicatat hadir"),
    SERVE("Selesai dilayani"),
    HAND_OVER("Kartu diserahkan"),
    RELEASE("Kursi dilepas karena belum hadir"),
    GIVE_AWAY("Kursi diberikan kepada yang datang langsung"),
    CANCEL("Dibatalkan"),
    MOVE("Dipindahkan ke hari lain"),
    CLOSE_DAY("Ditutup pada akhir hari");

    private final String label;

    BookingAction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
