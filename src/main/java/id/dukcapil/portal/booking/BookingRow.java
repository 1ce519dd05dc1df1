package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A booking as a line of a list.
 *
 * @param released whether the seat may be given to somebody in the room until its holder comes
 */
public record BookingRow(
        BookingCode code,
        OfficeCode office,
        LocalDate date,
        int queueNumber,
        Nik nik,
        String fullName,
        BookingOrigin origin,
        BookingStatus status,
        boolean released,
        boolean nameDiffers,
        Instant createdAt,
        @Nullable Instant checkedInAt) {

    public String statusLabel() {
        return status.label(released);
    }

    public Cursor cursor() {
        return new Cursor(date, office, queueNumber);
    }

    /** Where a page ends: rows are ordered by day, office and queue number, which together are unique. */
    public record Cursor(LocalDate date, OfficeCode office, int queueNumber) {}
}
