package id.dukcapil.portal.cards.demonstration;

import id.dukcapil.portal.cards.InventedParcels.Holder;
import id.dukcapil.portal.cards.handover.OldCard;
import id.dukcapil.portal.cards.handover.ReceiverKind;
import id.dukcapil.portal.cards.order.OrderStatus;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invented order before it has a number. @param packed null for who fetches the card alone */
record Draft(
        Office office, Holder holder, Past past, @Nullable Packed packed) {

    /** @param number of the packing @param receiver who took the cards for the institution @param reference case that asked */
    record Packed(String number, String receiver, String reference) {}

    LocalDate day() {
        return day(past.begun());
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, office.timeZone());
    }

    boolean isHandedOver() {
        return past.status() == OrderStatus.HANDED_OVER;
    }

    /** The line of the hand-over. */
    Object[] handover(UUID order, String receipt, String by) {
        LocalDate day = day(past.at());
        ReceiverKind receiver = receiver();
        OldCard old = switch (past.reason()) {
            case FIRST -> OldCard.NONE;
            case LOST -> OldCard.LOST;
            case DAMAGED, CHANGED_DATA -> OldCard.RECEIVED;
        };
        String letter = letter(receiver, day);
        return new Object[] {
            TimeOrderedId.at(past.at()),
            order,
            office.code().value(),
            receipt,
            receiver.name(),
            name(receiver),
            relation(receiver),
            letter,
            letter == null ? null : day,
            old.name(),
            old == OldCard.NONE ? past.reason().label() : null,
            day,
            UtcDateTime.of(past.at()),
            by
        };
    }

    private ReceiverKind receiver() {
        if (packed != null) {
            return ReceiverKind.COLLECTIVE;
        }
        return past.chance() < 75 ? ReceiverKind.SELF : past.chance() < 92 ? ReceiverKind.FAMILY : ReceiverKind.PROXY;
    }

    private String name(ReceiverKind receiver) {
        if (packed != null) {
            return packed.receiver();
        }
        return receiver == ReceiverKind.SELF ? holder.fullName() : "DEDE SUNARYA";
    }

    private @Nullable String letter(ReceiverKind receiver, LocalDate day) {
        if (packed != null) {
            return packed.number();
        }
        return receiver == ReceiverKind.PROXY ? "%02d/SK/%tY".formatted(past.chance(), day) : null;
    }

    private static @Nullable String relation(ReceiverKind receiver) {
        return switch (receiver) {
            case FAMILY -> "FAMILI LAIN";
            case PROXY -> "tetangga";
            case SELF, COLLECTIVE -> null;
        };
    }
}
