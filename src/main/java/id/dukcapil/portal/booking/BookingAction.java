package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.procedure.CaseAction;

/** The clerk's verbs on a booking, as its timeline names them. */
public enum BookingAction implements CaseAction {
    BOOK("Dipesan", "dipesan lagi"),
    CHECK_IN("Dicatat hadir", "dicatat hadir"),
    SERVE("Selesai dilayani", "dicatat selesai dilayani"),
    HAND_OVER("Kartu diserahkan", "dicatat diserahkan kartunya"),
    RELEASE("Kursi dilepas karena belum hadir", "dilepas kursinya"),
    GIVE_AWAY("Kursi diberikan kepada yang datang langsung", "diberikan kursinya kepada orang lain"),
    CANCEL("Dibatalkan", "dibatalkan"),
    MOVE("Dipindahkan ke hari lain", "dipindahkan"),
    CLOSE_DAY("Ditutup pada akhir hari", "ditutup");

    private final String label;
    private final String passive;

    BookingAction(String label, String passive) {
        this.label = label;
        this.passive = passive;
    }

    @Override
    public String label() {
        return label;
    }

    /** For sentences: "… tidak dapat dibatalkan". */
    String passive() {
        return passive;
    }
}
