package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.StepTaken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A print order as it stands.
 *
 * @param letter number of the police's letter; null for none
 * @param reference case of the procedure that asked last; null for none
 * @param heldUntil first day on which the holder may have the card; null when it was never held
 * @param printerId where it is, or was last, printed
 * @param serial of the good card; null before it is printed and at offices that only count
 * @param readyAt when it came to the shelf first
 * @param measured whether the clock of the office's standard runs; not for orders from before there was one
 * @param movedFrom the place that it was moved away from last and that goes on seeing it; null for none
 * @param version to be given back with a decision about what was seen
 * @param history the oldest step first
 */
public record OrderDetails(
        UUID id,
        String number,
        OfficeCode office,
        Nik nik,
        String name,
        int birthYear,
        @Nullable String email,
        PrintReason reason,
        @Nullable String letter,
        @Nullable String reference,
        OrderStatus status,
        Instant statusSince,
        @Nullable LocalDate heldUntil,
        @Nullable UUID printerId,
        int misprints,
        @Nullable String serial,
        @Nullable String shelf,
        @Nullable Instant readyAt,
        int remindedDays,
        Instant createdAt,
        boolean measured,
        @Nullable OfficeCode movedFrom,
        long version,
        List<StepTaken<OrderStatus, OrderAction>> history) {

    public OrderDetails {
        history = List.copyOf(history);
    }

    public StepTaken<OrderStatus, OrderAction> last() {
        return history.getLast();
    }
}
