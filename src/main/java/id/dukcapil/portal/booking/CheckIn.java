package id.dukcapil.portal.booking;

/** What came of scanning a ticket at the counter. */
public sealed interface CheckIn {

    BookingDetails booking();

    /** The person is recorded as present. */
    record Done(BookingDetails booking) implements CheckIn {}

    /** The person was recorded as present before, and perhaps served; nothing changed. */
    record AlreadyDone(BookingDetails booking) implements CheckIn {}

    /** The ticket is valid here, but for a day still to come; the person can be served early if the office decides so. */
    record TooEarly(BookingDetails booking) implements CheckIn {}

    /** The ticket is for another office, or no longer valid; the sentence says which. */
    record Refused(BookingDetails booking, String reason) implements CheckIn {}
}
