package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Booking.Holder;
import id.dukcapil.portal.common.Purpose;
import id.dukcapil.portal.common.Revealed;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Reveals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people behind the bookings: what is masked of them can be opened for a purpose. */
@Service
@PreAuthorize("hasAuthority('BOOKING_READ') and hasAuthority('PERSON_REVEAL')")
public class Holders {

    private final Bookings bookings;
    private final CurrentStaff currentStaff;
    private final Reveals reveals;

    Holders(Bookings bookings, CurrentStaff currentStaff, Reveals reveals) {
        this.bookings = bookings;
        this.currentStaff = currentStaff;
        this.reveals = reveals;
    }

    /** @return nothing when there is no such booking in the offices of who asks */
    @Transactional
    public Optional<Revealed> reveal(BookingCode code, Purpose purpose) {
        return bookings.findByCode(code.value())
                .filter(booking -> currentStaff.require().mayActFor(booking.office()))
                .map(booking -> reveals.open(
                        "Pemesanan",
                        code.value(),
                        booking.holder().nik(),
                        booking.office(),
                        purpose,
                        inClear(booking.holder())));
    }

    private static Map<String, String> inClear(Holder holder) {
        var values = new LinkedHashMap<String, String>();
        values.put("NIK", holder.nik().value());
        values.put("Telepon", holder.phone());
        values.put("E-mail", Objects.requireNonNullElse(holder.email(), ""));
        return values;
    }
}
