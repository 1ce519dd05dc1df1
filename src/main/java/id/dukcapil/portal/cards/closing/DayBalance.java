package id.dukcapil.portal.cards.closing;

import id.dukcapil.portal.cards.CardEntryKind;
import java.util.List;

/**
 * What moved the stock since the closing before: opening + received + transferred in = printed + misprinted + damaged +
 * sent + returned + expected, corrections of earlier days apart. All but {@code corrections} are numbers of cards without
 * a sign.
 *
 * @param corrections corrections of lines that were closed before, and stock-takes; with their sign
 */
public record DayBalance(
        int opening,
        int received,
        int transferredIn,
        int printed,
        int misprinted,
        int damaged,
        int sent,
        int returned,
        int corrections) {

    /** @param kind of a correction within the same days the kind that it corrects */
    public record Movement(CardEntryKind kind, int quantity) {}

    public static DayBalance of(int opening, List<Movement> movements) {
        return new DayBalance(
                opening,
                sum(movements, CardEntryKind.RECEIPT),
                sum(movements, CardEntryKind.TRANSFER_IN),
                -sum(movements, CardEntryKind.USE),
                -sum(movements, CardEntryKind.MISPRINT),
                -sum(movements, CardEntryKind.DAMAGE),
                -sum(movements, CardEntryKind.TRANSFER_OUT),
                -sum(movements, CardEntryKind.RETURN),
                sum(movements, CardEntryKind.CORRECTION));
    }

    private static int sum(List<Movement> movements, CardEntryKind kind) {
        return movements.stream()
                .filter(movement -> movement.kind() == kind)
                .mapToInt(Movement::quantity)
                .sum();
    }

    /** What has to be there. */
    public int expected() {
        return opening + received + transferredIn - printed - misprinted - damaged - sent - returned + corrections;
    }
}
