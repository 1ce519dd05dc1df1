package id.dukcapil.portal.booking.arrival;

import id.dukcapil.portal.booking.BookedSeat;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.BookingEvent.BookingCheckedIn;
import id.dukcapil.portal.booking.BookingEvent.BookingServed;
import id.dukcapil.portal.booking.Reception;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.TicketEvent.TicketFinished;
import id.dukcapil.portal.counter.TicketRequest;
import id.dukcapil.portal.counter.Tickets;
import id.dukcapil.portal.staff.CurrentStaff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The arrival of a booking takes a number of the hall in the same transaction: one scan is both. The booking is served when
 * that number is.
 */
@Component
class QueueNumbers {

    private static final Logger log = LoggerFactory.getLogger(QueueNumbers.class);

    private final Tickets tickets;
    private final Reception reception;
    private final CurrentStaff staff;

    QueueNumbers(Tickets tickets, Reception reception, CurrentStaff staff) {
        this.tickets = tickets;
        this.reception = reception;
        this.staff = staff;
    }

    @EventListener
    void on(BookingCheckedIn arrival) {
        BookedSeat seat = arrival.seat();
        tickets.issue(TicketRequest.ofBooking(
                seat.office(), ServiceCode.CETAK_KTP, seat.nik(), seat.code().value()));
    }

    /** A booking that was served without being called leaves the queue. */
    @EventListener
    void on(BookingServed served) {
        BookedSeat seat = served.seat();
        tickets.activeTicketOf(seat.nik(), seat.office())
                .filter(ticket -> seat.code().value().equals(ticket.bookingCode()))
                .ifPresent(ticket -> tickets.withdraw(ticket.id(), "dilayani tanpa dipanggil"));
    }

    @EventListener
    void on(TicketFinished finished) {
        String code = finished.ticket().bookingCode();
        if (code == null || finished.ticket().next() != null || !staff.may(Permission.COUNTER_SERVE)) {
            return;
        }
        BookingCode.parse(code)
                .value()
                .ifPresent(known -> serve(known, finished.ticket().office()));
    }

    private void serve(BookingCode booking, OfficeCode office) {
        try {
            reception.serve(booking, office);
        } catch (IllegalMove servedBefore) {
            log.debug("Booking {} was served before its number", booking);
        }
    }
}
