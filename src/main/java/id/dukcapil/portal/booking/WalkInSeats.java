package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Booking.Holder;
import id.dukcapil.portal.booking.Booking.RequestMark;
import id.dukcapil.portal.booking.BookingDecision.Accepted;
import id.dukcapil.portal.booking.FairnessFacts.Asked;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.staff.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Gives people in the room the released seats of those who have not come. */
@Component
class WalkInSeats {

    private final Bookings bookings;
    private final Admission admission;
    private final Refusals refusals;
    private final Population population;
    private final DayClosing dayClosing;
    private final Retry retry;
    private final Clock clock;

    WalkInSeats(
            Bookings bookings,
            Admission admission,
            Refusals refusals,
            Population population,
            DayClosing dayClosing,
            Retry retry,
            Clock clock) {
        this.bookings = bookings;
        this.admission = admission;
        this.refusals = refusals;
        this.population = population;
        this.dayClosing = dayClosing;
        this.retry = retry;
        this.clock = clock;
    }

    BookingDecision admit(NewBooking request, Nik nik, Office office, ActedBy by) {
        try {
            return retry.inTransaction(() -> decide(request, nik, office, by));
        } catch (DataIntegrityViolationException e) {
            return answerToCollision(request, office, e);
        }
    }

    private BookingDecision decide(NewBooking request, Nik nik, Office office, ActedBy by) {
        Optional<BookingDetails> sameRequest = sameRequest(request);
        if (sameRequest.isPresent()) {
            return new Accepted(sameRequest.get());
        }
        // Released seats are those of today
        LocalDate date = today(office);
        Optional<Person> person = population.find(nik);
        var asked = new Asked(nik, office.code(), date, request.origin(), null, request.waiver());
        Optional<Refusal> refusal =
                refusals.ofPerson(person, office, asked).or(() -> refusalForAnotherBooking(nik, office));
        if (refusal.isPresent()) {
            // The first of two clicks may have come through since it was looked for
            return sameRequest(request)
                    .<BookingDecision>map(Accepted::new)
                    .orElseGet(() -> refusals.refused(refusal.get(), office, request.origin()));
        }
        var mark = new RequestMark(request.origin(), null, request.requestToken(), request.waiver());
        Holder holder = request.holder(nik, person);
        return admission
                .admitFromPool(office, date, holder, mark, by)
                .<BookingDecision>map(booking -> new Accepted(booking.details()))
                .orElseGet(() -> refusals.refused(Refusals.noReleasedSeat(), office, request.origin()));
    }

    /** Somebody who missed an earlier day, or whose day nobody closed yet, must not be kept from booking again. */
    private Optional<Refusal> refusalForAnotherBooking(Nik nik, Office office) {
        Optional<Booking> active = bookings.findActiveByNik(nik.value());
        if (active.isPresent() && active.get().date().isBefore(today(office))) {
            dayClosing.close(List.of(active.get()));
            bookings.flush();
            return Optional.empty();
        }
        return active.map(booking -> Refusals.alreadyBooked());
    }

    private BookingDecision answerToCollision(
            NewBooking request, Office office, DataIntegrityViolationException collision) {
        // A second click in between collides on the person as well as on the request
        Optional<BookingDetails> sameRequest = retry.inTransaction(() -> sameRequest(request));
        if (sameRequest.isPresent()) {
            return new Accepted(sameRequest.get());
        }
        if (String.valueOf(collision.getMostSpecificCause().getMessage()).contains("booking_one_active_per_nik")) {
            return refusals.refused(Refusals.alreadyBooked(), office, request.origin());
        }
        throw collision;
    }

    private Optional<BookingDetails> sameRequest(NewBooking request) {
        return Optional.ofNullable(request.requestToken())
                .flatMap(bookings::findByRequestToken)
                .map(Booking::details);
    }

    private LocalDate today(Office office) {
        return LocalDate.ofInstant(clock.instant(), office.timeZone());
    }
}
