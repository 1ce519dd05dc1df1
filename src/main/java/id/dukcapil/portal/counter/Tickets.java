package id.dukcapil.portal.counter;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.CurrentActor;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.counter.queue.CallDesk;
import id.dukcapil.portal.counter.queue.Dispenser;
import id.dukcapil.portal.counter.queue.TicketRows;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Tickets for procedures: to give a number, to follow it, to let a person go on to another service. */
@Service("hallTickets")
@PreAuthorize("hasAnyAuthority('COUNTER_SERVE', 'BOOKING_CHECK_IN')")
public class Tickets {

    private final Dispenser dispenser;
    private final CallDesk desk;
    private final TicketRows rows;
    private final CurrentStaff staff;
    private final CurrentActor actor;

    Tickets(Dispenser dispenser, CallDesk desk, TicketRows rows, CurrentStaff staff, CurrentActor actor) {
        this.dispenser = dispenser;
        this.desk = desk;
        this.rows = rows;
        this.staff = staff;
        this.actor = actor;
    }

    /** @param existed the person had this number already, or the same request was answered before */
    public record Issued(Ticket ticket, boolean existed) {}

    /**
     * Gives a number of today. A person who has an open ticket in this office gets that one again.
     *
     * @throws TicketRefused when the office does not offer the service
     */
    public Issued issue(TicketRequest request) {
        requireReach(request.office());
        return dispenser.issue(request, actor.now());
    }

    /**
     * Ends this ticket and opens one of another service for the same person, who keeps the first arrival and the place that
     * follows from it.
     *
     * @throws TicketRefused when the office does not offer the service
     * @throws IllegalMove unless the person is at a counter
     */
    public Ticket continueWith(TicketId id, ServiceCode service) {
        return desk.continueWith(inScope(id), service, actor.now());
    }

    /** Records that the person stands at the counter; a ticket that waits, or of whom that is known, stays as it is. */
    public void arrived(TicketId id) {
        if (rows.find(inScope(id))
                .filter(ticket -> ticket.status() == TicketStatus.CALLED)
                .isPresent()) {
            desk.arrive(id, actor.now());
        }
    }

    /** Records that the person is done with; a ticket that was only called counts as arrived. */
    public Ticket finish(TicketId id) {
        return desk.finish(inScope(id), actor.now());
    }

    /** Ends a ticket whose person was served otherwise: at a counter it is finished, and not called any more elsewhere. */
    public void withdraw(TicketId id, String reason) {
        Ticket ticket = rows.find(inScope(id)).orElseThrow();
        if (ticket.status().isAtCounter()) {
            desk.finish(id, actor.now());
        } else {
            desk.cancel(id, reason, actor.now());
        }
    }

    /**
     * Says whose number it is.
     *
     * @throws TicketRefused when this person has another open ticket today, named in the message
     */
    public Ticket identify(TicketId id, Nik nik) {
        return dispenser.identify(inScope(id), nik);
    }

    /** The open ticket of this person today. */
    public Optional<Ticket> activeTicketOf(Nik nik, OfficeCode office) {
        requireReach(office);
        return dispenser.activeOf(nik, office);
    }

    public Optional<Ticket> find(TicketId id) {
        return rows.find(id).filter(ticket -> actor.party().reaches(ticket.office()));
    }

    /** By the code that the paper bears. */
    public Optional<Ticket> ofCode(String code) {
        return rows.byCode(code).filter(ticket -> actor.party().reaches(ticket.office()));
    }

    /** When a number that is at a counter was called there. */
    public Optional<Instant> calledAt(TicketId id) {
        return desk.calledAt(inScope(id));
    }

    /** The ticket that the acting member of staff has called or is serving now. */
    public Optional<Ticket> atMyCounter() {
        return desk.atCounterOf(staff.require().id());
    }

    private TicketId inScope(TicketId id) {
        Ticket ticket = rows.find(id).orElseThrow(TicketRefused::unknown);
        requireReach(ticket.office());
        return id;
    }

    private void requireReach(OfficeCode office) {
        if (!actor.party().reaches(office)) {
            throw new AccessDeniedException("The office is outside the scope of this account");
        }
    }
}
