package id.dukcapil.portal.booking;

import id.dukcapil.portal.cards.CardHandedOver;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The counter on the day: tickets are scanned and the people counted as present. */
@Service
@PreAuthorize("hasAuthority('BOOKING_CHECK_IN')")
public class Reception {

    private final Bookings bookings;
    private final Offices offices;
    private final CurrentStaff currentStaff;
    private final BookingReach reach;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reception(
            Bookings bookings,
            Offices offices,
            CurrentStaff currentStaff,
            BookingReach reach,
            Retry retry,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bookings = bookings;
        this.offices = offices;
        this.currentStaff = currentStaff;
        this.reach = reach;
        this.retry = retry;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records that the holder of the ticket has come to this office.
     *
     * @return nothing when no booking has this code
     */
    public Optional<CheckIn> checkIn(BookingCode code, OfficeCode at) {
        reach.arrivalAt(at);
        return retry.inTransaction(() -> bookings.lockByCode(code.value()).map(booking -> checkIn(booking, at)));
    }

    /** For which office and day a booking is; nothing of its person. */
    public record Appointment(OfficeCode office, LocalDate date) {}

    /** @return nothing when no booking has this code */
    public Optional<Appointment> appointment(BookingCode code) {
        return retry.inTransaction(() ->
                bookings.findByCode(code.value()).map(booking -> new Appointment(booking.office(), booking.date())));
    }

    /**
     * Serves somebody whose ticket is for a later day, for a reason that stays in the timeline. The seat of that day
     * stays taken: the number was used.
     *
     * @throws InvalidInput without a reason
     */
    public Optional<CheckIn> checkInEarly(BookingCode code, OfficeCode at, String reason) {
        currentStaff.requireScope(at);
        if (reason.isBlank() || reason.length() > 300) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak 300 huruf.");
        }
        return retry.inTransaction(() -> bookings.findByCode(code.value()).map(booking -> {
            CheckIn result = checkIn(booking, at);
            return result instanceof CheckIn.TooEarly ? record(booking, reason.strip()) : result;
        }));
    }

    /**
     * Records that the person at the counter is done with; the card may still have to be fetched. Whoever may call the number
     * of the booking may do this, too.
     *
     * @return nothing when this office has no such booking
     * @throws IllegalMove unless the person was recorded as present
     */
    @PreAuthorize("hasAnyAuthority('BOOKING_CHECK_IN', 'COUNTER_SERVE')")
    public Optional<BookingDetails> serve(BookingCode code, OfficeCode at) {
        return atCounter(code, at, booking -> {
            booking.serve(reach.now());
            return new BookingEvent.BookingServed(booking.seat());
        });
    }

    /**
     * The card of a booking was handed over, on the day or when it is fetched later; who was not served before is served
     * by that. A card that was asked for otherwise, and a booking that has ended otherwise, change nothing.
     */
    @PreAuthorize("hasAuthority('CARDS_HAND_OVER')")
    public void handedOver(CardHandedOver card) {
        Optional.ofNullable(card.reference())
                .flatMap(reference -> BookingCode.parse(reference).value())
                .ifPresent(code -> retry.inTransaction(
                        () -> bookings.lockByCode(code.value()).ifPresent(this::handOver)));
    }

    private void handOver(Booking booking) {
        if (booking.status() == BookingStatus.CHECKED_IN) {
            booking.serve(reach.now());
            bookings.flush();
            events.publishEvent(new BookingEvent.BookingServed(booking.seat()));
        }
        BookingStatus before = booking.status();
        if (before.canBecome(BookingStatus.HANDED_OVER)) {
            booking.handOver(reach.now());
            bookings.flush();
            events.publishEvent(new BookingEvent.BookingHandedOver(booking.seat(), before));
        }
    }

    private Optional<BookingDetails> atCounter(BookingCode code, OfficeCode at, Function<Booking, BookingEvent> act) {
        currentStaff.requireScope(at);
        return retry.inTransaction(() -> bookings.lockByCode(code.value())
                .filter(booking -> booking.office().equals(at))
                .map(booking -> {
                    BookingEvent done = act.apply(booking);
                    bookings.flush();
                    events.publishEvent(done);
                    return booking.details();
                }));
    }

    private CheckIn checkIn(Booking booking, OfficeCode at) {
        if (booking.office().equals(at) && booking.status().came()) {
            return new CheckIn.AlreadyDone(booking.details());
        }
        Optional<String> refusal = refusal(booking, at);
        if (refusal.isPresent()) {
            return new CheckIn.Refused(booking.details(), refusal.get());
        }
        return booking.date().isAfter(today(at)) ? new CheckIn.TooEarly(booking.details()) : record(booking, null);
    }

    private CheckIn record(Booking booking, @Nullable String reason) {
        booking.checkIn(reach.arrivalAt(booking.office()), reason);
        bookings.flush();
        events.publishEvent(new BookingEvent.BookingCheckedIn(booking.seat(), reason));
        return new CheckIn.Done(booking.details());
    }

    private Optional<String> refusal(Booking booking, OfficeCode at) {
        if (booking.status() == BookingStatus.REPLACED) {
            return Optional.of("Nomor %03d datang setelah kursinya dilepas dan diberikan kepada orang lain."
                            .formatted(booking.queueNumber())
                    + " Berikan kursi lain yang dilepas, atau pesan hari lain.");
        }
        if (booking.status() != BookingStatus.BOOKED) {
            return Optional.of("Tiket ini tidak berlaku: pemesanan berstatus \"%s\"."
                    .formatted(booking.status().label()));
        }
        if (!booking.office().equals(at)) {
            return Optional.of(
                    "Tiket ini untuk %s.".formatted(office(booking.office()).name()));
        }
        return booking.date().isBefore(today(at))
                ? Optional.of("Tiket ini untuk %s, sudah lewat.".formatted(Formats.date(booking.date())))
                : Optional.empty();
    }

    private LocalDate today(OfficeCode at) {
        return LocalDate.ofInstant(clock.instant(), office(at).timeZone());
    }

    private Office office(OfficeCode code) {
        return offices.find(code).orElseThrow();
    }
}
