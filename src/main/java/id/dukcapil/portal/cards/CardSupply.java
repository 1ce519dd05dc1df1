package id.dukcapil.portal.cards;

import id.dukcapil.portal.common.OfficeCode;

/**
 * The blank cards of an office at this moment.
 *
 * @param stock what is there, safety stock included
 * @param safetyStock what the planner holds back for what cannot be foreseen
 * @param usedToday cards that left the stock today by printing, spoilt ones included
 */
public record CardSupply(OfficeCode office, int stock, int safetyStock, int usedToday, CardRate rate) {

    /** What may be promised to people. */
    public int usable() {
        return Math.max(0, stock - safetyStock);
    }

    public boolean belowSafety() {
        return stock < safetyStock;
    }
}
