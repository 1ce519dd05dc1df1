package id.dukcapil.portal.booking;

import id.dukcapil.portal.channel.FirstAnswer;
import id.dukcapil.portal.channel.IdempotentRequest;
import id.dukcapil.portal.common.ActingAs;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Somebody waits for a seat of a day.
 *
 * @param nik of {@code booking}, checked
 * @param actor who asks, and {@code standing} what that one acts in
 * @param key under which the answer is promised to be the same for ever; absent within the portal
 */
record SeatRequest(
        NewBooking booking,
        Nik nik,
        OfficeCode office,
        LocalDate date,
        Actor actor,
        ActingAs standing,
        @Nullable UnderKey key) {

    /** @param answer what is told of a booking that was made */
    record UnderKey(IdempotentRequest request, Function<BookingDetails, FirstAnswer> answer) {}

    boolean byStaff() {
        return booking.origin().internal();
    }

    /** The application that asks; none for staff. */
    @Nullable
    UUID client() {
        return byStaff() ? null : actor.id();
    }

    Booking.RequestMark mark() {
        return new Booking.RequestMark(booking.origin(), client(), booking.requestToken(), booking.waiver());
    }

    /** As the limits see it. */
    FairnessFacts.Asked asked() {
        return new FairnessFacts.Asked(nik, office, date, booking.origin(), client(), booking.waiver());
    }
}
