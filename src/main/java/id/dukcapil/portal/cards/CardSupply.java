package id.dukcapil.portal.cards;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The blank cards of an office at this moment.
 *
 * @param stock what is there, safety stock included
 * @param safetyStock what the planner holds back for what cannot be foreseen
 * @param closedOn the last day that was counted and closed; until then the rate is what people found, not only what they
 *     entered. Null while none is
 * @param reserved blanks that open print orders are going to take
 * @param usedToday cards that left the stock today by printing, spoilt ones included
 */
public record CardSupply(
        OfficeCode office,
        int stock,
        int safetyStock,
        int reserved,
        int usedToday,
        CardRate rate,
        @Nullable LocalDate closedOn) {

    /** What may be promised to people. */
    public int usable() {
        return Math.max(0, stock - safetyStock - reserved);
    }

    public boolean belowSafety() {
        return stock < safetyStock;
    }
}
