package id.dukcapil.portal.counter;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a number.
 *
 * @param nik null when the person is not known yet
 * @param bookingCode of the booking that is checked in; null without a booking
 * @param priority kind of people to be served first; null for none
 * @param priorityReason why, when a member of staff sets the priority
 * @param key of one touch or one act: the same key gets the same ticket; null for none
 */
public record TicketRequest(
        OfficeCode office,
        ServiceCode service,
        Channel channel,
        @Nullable Nik nik,
        @Nullable String bookingCode,
        @Nullable Priority priority,
        @Nullable String priorityReason,
        @Nullable String key) {

    public enum Channel {
        CHECK_IN("kedatangan"),
        KIOSK("mesin nomor"),
        STAFF("petugas"),
        CONTINUED("lanjutan");

        private final String label;

        Channel(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A number given by staff to a person who is known. */
    public static TicketRequest byStaff(OfficeCode office, ServiceCode service, @Nullable Nik nik) {
        return new TicketRequest(office, service, Channel.STAFF, nik, null, null, null, null);
    }

    /** The number that goes with the arrival of a booking. */
    public static TicketRequest ofBooking(OfficeCode office, ServiceCode service, Nik nik, String bookingCode) {
        return new TicketRequest(
                office, service, Channel.CHECK_IN, nik, bookingCode, null, null, "booking:" + bookingCode);
    }
}
