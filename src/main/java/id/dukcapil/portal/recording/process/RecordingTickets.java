package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketId;
import id.dukcapil.portal.counter.TicketRefused;
import id.dukcapil.portal.counter.TicketRequest;
import id.dukcapil.portal.counter.Tickets;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the number of the hall in step with a recording. An office without a queue for a service, and an operator who may not
 * deal with numbers, record all the same.
 */
@Component
class RecordingTickets {

    private final Tickets tickets;
    private final CurrentStaff staff;

    RecordingTickets(Tickets tickets, CurrentStaff staff) {
        this.tickets = tickets;
        this.staff = staff;
    }

    /**
     * A ticket as far as a recording needs it.
     *
     * @param calledAt null before the person was called
     */
    record Visit(
            TicketId ticket,
            String label,
            Instant arrivedAt,
            @Nullable Instant calledAt) {}

    /** The open ticket of that person today, who stands at the counter now when it was called. */
    @Nullable
    Visit of(Nik nik, OfficeCode office) {
        return mayDealWithNumbers()
                ? tickets.activeTicketOf(nik, office)
                        .map(ticket -> {
                            tickets.arrived(ticket.id());
                            return visit(ticket);
                        })
                        .orElse(null)
                : null;
    }

    /** The person stands at the counter, whose clerk has the file now. */
    void arrived(Recording recording) {
        TicketId present = recording.ticket();
        if (present != null && mayDealWithNumbers()) {
            tickets.arrived(present);
        }
    }

    /** Closes the present ticket and opens one of that service, which keeps the first arrival. */
    void goOn(Recording recording, ServiceCode service) {
        if (!mayDealWithNumbers()) {
            return;
        }
        try {
            recording.goesOnWith(visit(next(recording, service)));
        } catch (TicketRefused noSuchQueue) {
            recording.goesOnWith(null);
        }
    }

    private Ticket next(Recording recording, ServiceCode service) {
        TicketId present = recording.ticket();
        return present != null && isAtCounter(present)
                ? tickets.continueWith(present, service)
                : tickets.issue(TicketRequest.byStaff(recording.office(), service, recording.nik()))
                        .ticket();
    }

    /** A recording that is over needs no number any more. */
    void closeWith(Recording recording) {
        TicketId present = recording.ticket();
        if (!recording.status().isOpen() && present != null && mayDealWithNumbers() && isAtCounter(present)) {
            tickets.finish(present);
        }
    }

    private boolean isAtCounter(TicketId ticket) {
        return tickets.find(ticket).filter(one -> one.status().isAtCounter()).isPresent();
    }

    private Visit visit(Ticket ticket) {
        return new Visit(
                ticket.id(),
                ticket.label(),
                ticket.firstArrival(),
                tickets.calledAt(ticket.id()).orElse(null));
    }

    private boolean mayDealWithNumbers() {
        return staff.may(Permission.COUNTER_SERVE);
    }
}
