package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Booking.Holder;
import id.dukcapil.portal.booking.Booking.RequestMark;
import id.dukcapil.portal.booking.Booking.Seat;
import id.dukcapil.portal.booking.BookingEvent.BookingCancelled;
import id.dukcapil.portal.booking.BookingEvent.BookingCheckedIn;
import id.dukcapil.portal.booking.BookingEvent.BookingMade;
import id.dukcapil.portal.booking.BookingEvent.BookingMoved;
import id.dukcapil.portal.booking.BookingEvent.BookingReplaced;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Gives out seats inside the caller's transaction: seat and booking row are written together or not at all. Two
 * constraints of the database stand behind it, one active booking per NIK and one row per number.
 */
@Component
class Admission {

    private final Bookings bookings;
    private final QuotaRows quota;
    private final ApplicationEventPublisher events;
    private final BookingCodes codes;

    Admission(Bookings bookings, QuotaRows quota, ApplicationEventPublisher events, BookingCodes codes) {
        this.bookings = bookings;
        this.quota = quota;
        this.events = events;
        this.codes = codes;
    }

    /** @return the booking, or nothing when no seat of this kind is left on that day */
    Optional<Booking> admit(Office office, LocalDate date, Holder holder, RequestMark mark, ActedBy by) {
        return takeSeat(office.code(), date, mark.origin()).map(seat -> {
            Booking booking = bookings.saveAndFlush(newBooking(seat, holder, mark, by));
            events.publishEvent(new BookingMade(booking.seat(), office, mark.origin()));
            return booking;
        });
    }

    /**
     * Gives somebody in the room the seat of somebody who has not come, and records them as present. The old number is
     * done with, the new one is the next of the day.
     *
     * @return nothing when no seat of the day is released
     */
    Optional<Booking> admitFromPool(Office office, LocalDate date, Holder holder, RequestMark mark, ActedBy by) {
        return bookings.lockReleased(office.code().value(), date, Limit.of(1)).stream()
                .findFirst()
                .map(absent -> passOn(absent, office, holder, mark, by));
    }

    private Booking passOn(Booking absent, Office office, Holder holder, RequestMark mark, ActedBy by) {
        int number =
                quota.passSeat(absent.office(), absent.date(), absent.origin().internal());
        absent.giveAway(number, by);
        Booking present = newBooking(new Seat(absent.office(), absent.date(), number), holder, mark, by);
        present.checkIn(by);
        bookings.flush();
        bookings.saveAndFlush(present);
        events.publishEvent(new BookingReplaced(absent.seat(), number));
        events.publishEvent(new BookingMade(present.seat(), office, mark.origin()));
        events.publishEvent(new BookingCheckedIn(present.seat(), null));
        return present;
    }

    /**
     * Gives the holder a seat on another day and frees the old one. The day rows are locked in the order of their key,
     * so that two moves in opposite directions wait for each other.
     */
    Optional<Booking> move(Booking old, Office office, LocalDate date, ActedBy by, String reason) {
        old.assertCan(BookingAction.MOVE, BookingStatus.MOVED);
        lockInOrder(old, office.code(), date);
        return takeSeat(office.code(), date, old.origin()).map(seat -> {
            var mark = new RequestMark(old.origin(), old.clientId(), null);
            Booking successor = newBooking(seat, old.holder(), mark, by);
            old.moveTo(successor, by, reason);
            // The old one first: it must let go of the NIK before the new one can hold it
            bookings.flush();
            quota.returnSeat(old.office(), old.date(), old.origin().internal());
            bookings.saveAndFlush(successor);
            events.publishEvent(new BookingMoved(old.seat(), successor.seat(), office, reason));
            return successor;
        });
    }

    void cancel(Booking booking, ActedBy by, String reason) {
        booking.cancel(by, reason);
        // The day is counted before the booking lets go of its NIK, in the order of an admission: no deadlock of the
        // two
        quota.returnSeat(booking.office(), booking.date(), booking.origin().internal());
        bookings.flush();
        events.publishEvent(new BookingCancelled(booking.seat(), reason));
    }

    private void lockInOrder(Booking old, OfficeCode office, LocalDate date) {
        String oldKey = old.office().value() + old.date();
        String newKey = office.value() + date;
        if (oldKey.compareTo(newKey) < 0) {
            quota.find(old.office(), old.date()).ifPresent(day -> quota.lock(day.office(), day.date(), day.quota()));
        }
    }

    private Optional<Seat> takeSeat(OfficeCode office, LocalDate date, BookingOrigin origin) {
        QuotaRule whenNew = QuotaCalendar.ruleFor(quota.rules(office), date);
        OptionalInt number = quota.takeSeat(office, date, origin.internal(), whenNew);
        return number.isPresent() ? Optional.of(new Seat(office, date, number.getAsInt())) : Optional.empty();
    }

    private Booking newBooking(Seat seat, Holder holder, RequestMark mark, ActedBy by) {
        return new Booking(codes.free(), seat, holder, mark, by.actor(), by.at());
    }
}
