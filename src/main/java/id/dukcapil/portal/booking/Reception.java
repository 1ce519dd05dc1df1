package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The counter on the day: tickets are scanned and the people counted as present. */
@Service
@PreAuthorize("hasAuthority('BOOKING_CHECK_IN')")
public class Reception {

    private final Bookings bookings;
    private final Offices offices;
    private final CurrentStaff currentStaff;
    private final Actors actors;
    private final Retry retry;
    private final Clock clock;

    Reception(Bookings bookings, Offices offices, CurrentStaff currentStaff, Actors actors, Retry retry, Clock clock) {
        this.bookings = bookings;
        this.offices = offices;
        this.currentStaff = currentStaff;
        this.actors = actors;
        this.retry = retry;
        this.clock = clock;
    }

    /**
     * Records that the holder of the ticket has come to this office.
     *
     * @return nothing when no booking has this code
     */
    public Optional<CheckIn> checkIn(BookingCode code, OfficeCode at) {
        currentStaff.requireScope(at);
        return retry.inTransaction(() -> bookings.findByCode(code.value()).map(booking -> checkIn(booking, at)));
    }

    private CheckIn checkIn(Booking booking, OfficeCode at) {
        if (booking.office().equals(at) && booking.status() == BookingStatus.CHECKED_IN) {
            return new CheckIn.AlreadyDone(booking.details());
        }
        Optional<String> refusal = refusal(booking, at);
        if (refusal.isPresent()) {
            return new CheckIn.Refused(booking.details(), refusal.get());
        }
        booking.checkIn(actors.current(), clock.instant());
        bookings.flush();
        return new CheckIn.Done(booking.details());
    }

    private Optional<String> refusal(Booking booking, OfficeCode at) {
        if (booking.status() != BookingStatus.BOOKED) {
            return Optional.of("Tiket ini tidak berlaku: pemesanan berstatus \"%s\"."
                    .formatted(booking.status().label()));
        }
        if (!booking.office().equals(at)) {
            return Optional.of(
                    "Tiket ini untuk %s.".formatted(office(booking.office()).name()));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), office(at).timeZone());
        return booking.date().equals(today)
                ? Optional.empty()
                : Optional.of("Tiket ini untuk %s, bukan hari ini.".formatted(Formats.date(booking.date())));
    }

    private Office office(OfficeCode code) {
        return offices.find(code).orElseThrow();
    }
}
