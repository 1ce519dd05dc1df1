package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.BookingEvent.BookingCancelled;
import id.dukcapil.portal.booking.BookingEvent.BookingCheckedIn;
import id.dukcapil.portal.booking.BookingEvent.BookingDayClosed;
import id.dukcapil.portal.booking.BookingEvent.BookingHandedOver;
import id.dukcapil.portal.booking.BookingEvent.BookingMade;
import id.dukcapil.portal.booking.BookingEvent.BookingMoved;
import id.dukcapil.portal.booking.BookingEvent.BookingReplaced;
import id.dukcapil.portal.booking.BookingEvent.BookingSeatsReleased;
import id.dukcapil.portal.booking.BookingEvent.BookingServed;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import java.time.LocalDate;

/**
 * Entries of the audit trail about bookings: one for each booking that a person changed, and sums for the end of a day,
 * whose details are in the history of each booking.
 */
final class BookingAudit {

    private static final String BOOKING = "Pemesanan";
    private static final String STATUS = "Status";

    private BookingAudit() {}

    static AuditEvent of(BookingEvent event) {
        return switch (event) {
            case BookingMade made -> told(made);
            case BookingMoved moved -> told(moved);
            case BookingCancelled cancelled ->
                about(cancelled.seat(), BookingAction.CANCEL)
                        .changing(STATUS, BookingStatus.BOOKED.label(), BookingStatus.CANCELLED.label())
                        .because(cancelled.reason());
            case BookingCheckedIn checkedIn ->
                about(checkedIn.seat(), BookingAction.CHECK_IN)
                        .changing(STATUS, BookingStatus.BOOKED.label(), BookingStatus.CHECKED_IN.label())
                        .because(checkedIn.reason());
            case BookingServed served ->
                about(served.seat(), BookingAction.SERVE)
                        .changing(STATUS, BookingStatus.CHECKED_IN.label(), BookingStatus.SERVED.label());
            case BookingHandedOver handed ->
                about(handed.seat(), BookingAction.HAND_OVER)
                        .changing(STATUS, handed.from().label(), BookingStatus.HANDED_OVER.label());
            case BookingSeatsReleased released ->
                day(released.office(), released.date(), BookingAction.RELEASE)
                        .changing("Kursi dilepas", null, released.seats());
            case BookingReplaced replaced ->
                about(replaced.seat(), BookingAction.GIVE_AWAY)
                        .changing(STATUS, BookingStatus.BOOKED.label(), BookingStatus.REPLACED.label())
                        .changing("Kursi dipakai nomor", null, replaced.number());
            case BookingDayClosed closed -> told(closed);
        };
    }

    private static AuditEvent told(BookingMade made) {
        return about(made.seat(), BookingAction.BOOK)
                .changing(STATUS, null, BookingStatus.BOOKED.label())
                .changing("Tanggal", null, made.seat().date())
                .changing("Nomor antrean", null, made.seat().queueNumber())
                .changing("Asal", null, made.origin().label());
    }

    private static AuditEvent told(BookingMoved moved) {
        BookedSeat from = moved.from();
        BookedSeat to = moved.to();
        return about(from, BookingAction.MOVE)
                .changing(STATUS, BookingStatus.BOOKED.label(), BookingStatus.MOVED.label())
                .changing("Kode", from.code(), to.code())
                .changing("Kantor", from.office(), to.office())
                .changing("Tanggal", from.date(), to.date())
                .changing("Nomor antrean", from.queueNumber(), to.queueNumber())
                .because(moved.reason());
    }

    private static AuditEvent told(BookingDayClosed closed) {
        return day(closed.office(), closed.date(), BookingAction.CLOSE_DAY)
                .changing(BookingStatus.COMPLETED.label(), null, closed.completed())
                .changing(BookingStatus.MISSED.label(), null, closed.missed());
    }

    private static AuditEvent day(OfficeCode office, LocalDate date, BookingAction action) {
        return AuditEvent.of("Hari pemesanan", office + ", " + Formats.date(date), action.label())
                .at(office);
    }

    private static AuditEvent about(BookedSeat seat, BookingAction action) {
        return AuditEvent.of(BOOKING, seat.code().value(), action.label())
                .about(seat.nik())
                .at(seat.office());
    }
}
