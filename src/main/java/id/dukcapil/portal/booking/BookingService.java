package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Booking.Holder;
import id.dukcapil.portal.booking.Booking.RequestMark;
import id.dukcapil.portal.booking.BookingDecision.Accepted;
import id.dukcapil.portal.booking.FairnessFacts.Asked;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Booking of the KTP-el print queue (SOP Bandung 28/2024, steps 7 and 8), by the BDS app through the channel API and by
 * operators at the counter or on the telephone.
 */
@Service
@PreAuthorize("denyAll()")
public class BookingService {

    private static final String BOOKERS = "hasAnyAuthority('BOOKING_CREATE', 'SCOPE_booking')";
    private static final String CHANGERS = "hasAnyAuthority('BOOKING_CHANGE', 'SCOPE_booking')";
    private static final String READERS = "hasAnyAuthority('BOOKING_READ', 'SCOPE_booking')";

    private final Bookings bookings;
    private final Admission admission;
    private final Refusals refusals;
    private final Offices offices;
    private final Population population;
    private final DayClosing dayClosing;
    private final Actors actors;
    private final Retry retry;
    private final Clock clock;

    BookingService(
            Bookings bookings,
            Admission admission,
            Refusals refusals,
            Offices offices,
            Population population,
            DayClosing dayClosing,
            Actors actors,
            Retry retry,
            Clock clock) {
        this.bookings = bookings;
        this.admission = admission;
        this.refusals = refusals;
        this.offices = offices;
        this.population = population;
        this.dayClosing = dayClosing;
        this.actors = actors;
        this.retry = retry;
        this.clock = clock;
    }

    /**
     * Asks for a seat.
     *
     * @return the booking with its number, or why there is none and which days are free
     * @throws InvalidInput when the request itself cannot be read; nothing is stored
     */
    @PreAuthorize(BOOKERS)
    public BookingDecision book(NewBooking request) {
        Nik nik = request.checkedNik();
        Office office = office(request.office());
        Actor actor = actors.requireReach(office.code());
        try {
            return retry.inTransaction(() -> decide(request, nik, office, actor));
        } catch (DataIntegrityViolationException e) {
            return answerToCollision(request, office, e);
        }
    }

    private BookingDecision decide(NewBooking request, Nik nik, Office office, Actor actor) {
        Optional<BookingDetails> sameRequest = sameRequest(request);
        if (sameRequest.isPresent()) {
            return new Accepted(sameRequest.get());
        }
        // Released seats are those of today
        LocalDate date = request.origin() == BookingOrigin.WALK_IN ? today(office) : dateOf(request);
        Optional<Person> person = population.find(nik);
        var asked = new Asked(
                nik,
                office.code(),
                date,
                request.origin(),
                request.origin().internal() ? null : actor.id(),
                request.waiver());
        Optional<Refusal> refusal =
                refusals.ofPerson(person, office, asked).or(() -> refusalForAnotherBooking(nik, office));
        if (refusal.isPresent()) {
            // The first of two clicks may have come through since it was looked for
            return sameRequest(request)
                    .<BookingDecision>map(Accepted::new)
                    .orElseGet(() -> refusals.refused(refusal.get(), office, request.origin()));
        }
        var mark = new RequestMark(
                request.origin(),
                request.origin().internal() ? null : actor.id(),
                request.requestToken(),
                request.waiver());
        Holder holder = request.holder(nik, person);
        boolean fromPool = request.origin() == BookingOrigin.WALK_IN;
        Optional<Booking> admitted = fromPool
                ? admission.admitFromPool(office, date, holder, mark, actor)
                : admission.admit(office, date, holder, mark, actor);
        return admitted.<BookingDecision>map(booking -> new Accepted(booking.details()))
                .orElseGet(() -> refusals.refused(
                        fromPool ? Refusals.noReleasedSeat() : refusals.noSeat(office, date),
                        office,
                        request.origin()));
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

    /** Finds a booking that the acting one may see. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public Optional<BookingDetails> find(BookingCode code) {
        return bookings.findByCode(code.value()).filter(actors::maySee).map(Booking::details);
    }

    /**
     * Gives the seat back.
     *
     * @return nothing when there is no such booking within reach of the acting one
     * @throws IllegalBookingMove when it can no longer be cancelled
     */
    @PreAuthorize(CHANGERS)
    public Optional<BookingDetails> cancel(BookingCode code, String reason) {
        String why = requireReason(reason);
        return retry.inTransaction(() -> within(code).map(booking -> {
            admission.cancel(booking, actors.current(), why);
            return booking.details();
        }));
    }

    /**
     * Moves the holder to another day: a new booking with a new number and code, the old number is voided.
     *
     * @throws IllegalBookingMove when the booking can no longer be moved
     */
    @PreAuthorize(CHANGERS)
    public Optional<BookingDecision> move(BookingCode code, OfficeCode toOffice, LocalDate date, String reason) {
        String why = requireReason(reason);
        Office office = office(toOffice.value());
        return retry.inTransaction(() -> within(code).map(booking -> moved(booking, office, date, why)));
    }

    private BookingDecision moved(Booking booking, Office office, LocalDate date, String why) {
        if (booking.office().equals(office.code()) && booking.date().equals(date)) {
            throw new InvalidInput("date", "Pemesanan sudah pada tanggal dan kantor itu.");
        }
        booking.assertCan(BookingAction.MOVE, BookingStatus.MOVED);
        Optional<Refusal> refusal = refusals.ofDay(office, date);
        if (refusal.isPresent()) {
            return refusals.refused(refusal.get(), office, booking.origin());
        }
        return admission
                .move(booking, office, date, actors.current(), why)
                .<BookingDecision>map(successor -> new Accepted(successor.details()))
                .orElseGet(() -> refusals.refused(refusals.noSeat(office, date), office, booking.origin()));
    }

    private Optional<Booking> within(BookingCode code) {
        return bookings.lockByCode(code.value()).filter(actors::maySee);
    }

    private LocalDate today(Office office) {
        return LocalDate.ofInstant(clock.instant(), office.timeZone());
    }

    private Office office(@Nullable String code) {
        return Optional.ofNullable(code)
                .map(String::strip)
                .flatMap(OfficeCode::read)
                .flatMap(offices::find)
                .orElseThrow(() -> new InvalidInput("office", "Kantor dengan kode ini tidak dikenal."));
    }

    private static LocalDate dateOf(NewBooking request) {
        return Optional.ofNullable(request.date()).orElseThrow();
    }

    private static String requireReason(String reason) {
        if (reason.isBlank() || reason.length() > 300) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak 300 huruf.");
        }
        return reason.strip();
    }
}
