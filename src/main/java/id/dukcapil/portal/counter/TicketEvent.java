package id.dukcapil.portal.counter;

import java.time.Instant;

/** What happened to a ticket, published inside the transaction in which it happened. */
public sealed interface TicketEvent {

    Ticket ticket();

    Instant at();

    record TicketIssued(Ticket ticket, Instant at) implements TicketEvent {}

    /** @param desk number of the counter */
    record TicketCalled(Ticket ticket, int desk, Instant at) implements TicketEvent {}

    /** The person stands at the counter. */
    record TicketServing(Ticket ticket, int desk, Instant at) implements TicketEvent {}

    /** The person was served under this number, and goes on under another when {@link Ticket#next} says so. */
    record TicketFinished(Ticket ticket, Instant at) implements TicketEvent {}

    record TicketNoShow(Ticket ticket, Instant at) implements TicketEvent {}
}
