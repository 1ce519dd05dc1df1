package id.dukcapil.portal.booking;

/** The answer to a request for a seat. A refusal is an ordinary answer, not an error. */
public sealed interface BookingDecision {

    record Accepted(BookingDetails booking) implements BookingDecision {}

    record Refused(Refusal refusal) implements BookingDecision {}
}
