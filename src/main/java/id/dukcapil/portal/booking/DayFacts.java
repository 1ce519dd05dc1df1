package id.dukcapil.portal.booking;

import java.util.Optional;

/** What there is to know of one day, and what speaks against it, for the public and for staff; judged once for many who ask. */
final class DayFacts {

    private final BookingFacts forPublic;
    private final BookingFacts forStaff;
    private final Optional<Refusal> objectionToPublic;
    private final Optional<Refusal> objectionToStaff;

    DayFacts(BookingFacts forPublic) {
        this.forPublic = forPublic;
        forStaff = forPublic.askedByStaff();
        objectionToPublic = BookingPolicy.firstRefusal(BookingPolicy.aboutTheDay(), forPublic);
        objectionToStaff = BookingPolicy.firstRefusal(BookingPolicy.aboutTheDay(), forStaff);
    }

    BookingFacts facts(boolean staff) {
        return staff ? forStaff : forPublic;
    }

    /** The first policy that objects to the day, whoever comes. */
    Optional<Refusal> objection(boolean staff) {
        return staff ? objectionToStaff : objectionToPublic;
    }
}
