package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.common.ui.Tone;

/** The colour beside each status word. */
final class BookingTones {

    private BookingTones() {}

    static Tone of(BookingStatus status, boolean released) {
        if (released) {
            return Tone.WARN;
        }
        return switch (status) {
            case BOOKED -> Tone.INFO;
            case CHECKED_IN, SERVED, HANDED_OVER, COMPLETED -> Tone.OK;
            case MISSED, REPLACED -> Tone.WARN;
            case CANCELLED, MOVED -> Tone.NEUTRAL;
        };
    }
}
