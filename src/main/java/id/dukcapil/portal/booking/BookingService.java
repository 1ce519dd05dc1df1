package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.BookingDecision.Accepted;
import id.dukcapil.portal.booking.SeatRequest.UnderKey;
import id.dukcapil.portal.channel.FirstAnswer;
import id.dukcapil.portal.channel.IdempotentRequest;
import id.dukcapil.portal.channel.ProblemException;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

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
    private final SeatAllocator allocator;
    private final WalkInSeats walkIns;
    private final Admission admission;
    private final Refusals refusals;
    private final Offices offices;
    private final JsonMapper json;
    private final BookingReach reach;
    private final Retry retry;

    BookingService(
            Bookings bookings,
            SeatAllocator allocator,
            WalkInSeats walkIns,
            Admission admission,
            Refusals refusals,
            Offices offices,
            JsonMapper json,
            BookingReach reach,
            Retry retry) {
        this.bookings = bookings;
        this.allocator = allocator;
        this.walkIns = walkIns;
        this.admission = admission;
        this.refusals = refusals;
        this.offices = offices;
        this.json = json;
        this.reach = reach;
        this.retry = retry;
    }

    /**
     * Asks for a seat. Requests for one day that come at the same time are decided together, in the order in which they came.
     *
     * @return the booking with its number, or why there is none and which days are free
     * @throws InvalidInput when the request itself cannot be read; nothing is stored
     */
    @PreAuthorize(BOOKERS)
    public BookingDecision book(NewBooking request) {
        Nik nik = request.checkedNik();
        OfficeCode office = officeCode(request.office());
        ActedBy by = reach.require(office);
        if (request.origin() == BookingOrigin.WALK_IN) {
            return walkIns.admit(request, nik, office(request.office()), by);
        }
        return switch (allocator.ask(seatRequest(request, nik, office, by.actor(), null))) {
            case SeatAnswer.Decided decided -> decided.decision();
            case SeatAnswer.Before ignored -> throw new IllegalStateException("Only a key is answered before");
            case SeatAnswer.Failed failed -> throw failed.why();
        };
    }

    /**
     * Asks for a seat under a key: the same request that comes again gets the first answer, whatever has become of the
     * booking since.
     *
     * @param answer what is told of the booking, and told again
     * @throws InvalidInput when the request itself cannot be read; nothing is stored
     * @throws ProblemException {@code idempotency-key-reused} when the key came before with another request
     */
    @PreAuthorize("hasAuthority('SCOPE_booking')")
    public KeyedDecision book(
            NewBooking request, IdempotentRequest key, Function<BookingDetails, ResponseEntity<?>> answer) {
        Nik nik = request.checkedNik();
        OfficeCode office = officeCode(request.office());
        ActedBy by = reach.require(office);
        var underKey = new UnderKey(key, booking -> FirstAnswer.of(key, answer.apply(booking), json));
        return switch (allocator.ask(seatRequest(request, nik, office, by.actor(), underKey))) {
            case SeatAnswer.Decided(BookingDecision.Refused(Refusal refusal), var ignored) ->
                new KeyedDecision.Refused(refusal);
            case SeatAnswer.Decided(Accepted ignored, var first) ->
                new KeyedDecision.Answered(Optional.ofNullable(first).orElseThrow());
            case SeatAnswer.Before before -> new KeyedDecision.Answered(before.answer());
            case SeatAnswer.Failed failed -> throw failed.why();
        };
    }

    private SeatRequest seatRequest(
            NewBooking request, Nik nik, OfficeCode office, Actor actor, @Nullable UnderKey key) {
        LocalDate date = Optional.ofNullable(request.date()).orElseThrow();
        return new SeatRequest(request, nik, office, date, actor, reach.context(), key);
    }

    /** Finds a booking that the acting one may see. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public Optional<BookingDetails> find(BookingCode code) {
        return bookings.findByCode(code.value()).filter(reach::includes).map(Booking::details);
    }

    /**
     * Gives the seat back.
     *
     * @return nothing when there is no such booking within reach of the acting one
     * @throws IllegalMove when it can no longer be cancelled
     */
    @PreAuthorize(CHANGERS)
    public Optional<BookingDetails> cancel(BookingCode code, String reason) {
        String why = requireReason(reason);
        return retry.inTransaction(() -> within(code).map(booking -> {
            admission.cancel(booking, reach.now(), why);
            return booking.details();
        }));
    }

    /**
     * Moves the holder to another day: a new booking with a new number and code, the old number is voided.
     *
     * @throws IllegalMove when the booking can no longer be moved
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
                .move(booking, office, date, reach.now(), why)
                .<BookingDecision>map(successor -> new Accepted(successor.details()))
                .orElseGet(() -> refusals.refused(refusals.noSeat(office, date), office, booking.origin()));
    }

    private Optional<Booking> within(BookingCode code) {
        return bookings.lockByCode(code.value()).filter(reach::includes);
    }

    private Office office(@Nullable String code) {
        return offices.find(officeCode(code)).orElseThrow(BookingService::unknownOffice);
    }

    private static OfficeCode officeCode(@Nullable String code) {
        return Optional.ofNullable(code)
                .map(String::strip)
                .flatMap(OfficeCode::read)
                .orElseThrow(BookingService::unknownOffice);
    }

    static InvalidInput unknownOffice() {
        return new InvalidInput("office", "Kantor dengan kode ini tidak dikenal.");
    }

    private static String requireReason(String reason) {
        if (reason.isBlank() || reason.length() > 300) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak 300 huruf.");
        }
        return reason.strip();
    }
}
