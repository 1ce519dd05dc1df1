package id.dukcapil.portal.booking;

/** A verb that the booking's present status does not allow; the message names that status in Indonesian. */
public class IllegalBookingMove extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalBookingMove(BookingCode code, BookingStatus status, BookingAction action) {
        super("Pemesanan %s berstatus \"%s\" sehingga tidak dapat %s.".formatted(code, status.label(), verb(action)));
    }

    private static String verb(BookingAction action) {
        return switch (action) {
            case BOOK -> "dipesan lagi";
            case CHECK_IN -> "dicatat hadir";
            case SERVE -> "dicatat selesai dilayani";
            case HAND_OVER -> "dicatat diserahkan kartunya";
            case RELEASE -> "dilepas kursinya";
            case GIVE_AWAY -> "diberikan kursinya kepada orang lain";
            case CANCEL -> "dibatalkan";
            case MOVE -> "dipindahkan";
            case CLOSE_DAY -> "ditutup";
        };
    }
}
