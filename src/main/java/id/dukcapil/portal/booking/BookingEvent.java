package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.CaseEvent;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened to bookings, published inside the transaction in which it happened. */
public sealed interface BookingEvent extends CaseEvent {

    @Override
    default AuditEvent audit() {
        return BookingAudit.of(this);
    }

    /** @param place the office of the seat, so that nobody has to look it up while the day is locked */
    record BookingMade(BookedSeat seat, Office place, BookingOrigin origin) implements BookingEvent {}

    /** @param place the office of the new seat */
    record BookingMoved(BookedSeat from, BookedSeat to, Office place, String reason) implements BookingEvent {}

    record BookingCancelled(BookedSeat seat, String reason) implements BookingEvent {}

    /** @param reason why the person was served on another day than the ticket's; null on the day itself */
    record BookingCheckedIn(BookedSeat seat, @Nullable String reason) implements BookingEvent {}

    record BookingServed(BookedSeat seat) implements BookingEvent {}

    /** @param from what the booking was before: served on this day, or completed on an earlier one */
    record BookingHandedOver(BookedSeat seat, BookingStatus from) implements BookingEvent {}

    /** Seats of people who had not come by the set hour may be given to others; several of these may tell of one day. */
    record BookingSeatsReleased(OfficeCode office, LocalDate date, int seats) implements BookingEvent {}

    /** @param number of who got the released seat */
    record BookingReplaced(BookedSeat seat, int number) implements BookingEvent {}

    /**
     * Bookings of a past day came to their end by themselves; several of these may tell of one day.
     *
     * @param completed had come
     * @param missed had not
     */
    record BookingDayClosed(OfficeCode office, LocalDate date, int completed, int missed) implements BookingEvent {}
}
