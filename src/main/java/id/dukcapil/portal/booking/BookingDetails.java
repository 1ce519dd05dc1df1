package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.StepTaken;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One booking with its history.
 *
 * @param released whether the seat may be given to somebody in the room until its holder comes
 * @param nameDiffers the name given is not the one in SIAK
 * @param allowed what can be done with it in its present status
 */
public record BookingDetails(
        BookingId id,
        BookingCode code,
        OfficeCode office,
        LocalDate date,
        int queueNumber,
        Nik nik,
        String fullName,
        @Nullable String email,
        String phone,
        boolean nameDiffers,
        BookingOrigin origin,
        @Nullable UUID clientId,
        BookingStatus status,
        boolean released,
        @Nullable BookingCode predecessor,
        @Nullable BookingCode successor,
        List<StepTaken<BookingStatus, BookingAction>> history,
        Set<BookingAction> allowed) {

    public BookingDetails {
        history = List.copyOf(history);
        allowed = Set.copyOf(allowed);
    }

    public String statusLabel() {
        return status.label(released);
    }
}
