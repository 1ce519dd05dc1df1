package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whose seat an event is about, and where and when. */
public record BookedSeat(
        BookingId id,
        BookingCode code,
        OfficeCode office,
        LocalDate date,
        int queueNumber,
        Nik nik,
        String holder,
        @Nullable String email) {}
