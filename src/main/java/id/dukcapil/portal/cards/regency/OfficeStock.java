package id.dukcapil.portal.cards.regency;

import id.dukcapil.portal.common.OfficeCode;

/**
 * The blanks of an office among the others; the order is that of need.
 *
 * @param perDay what leaves the stock on a day of service; 0 while nobody knows
 * @param coming cards that another office has sent
 * @param openDays days that are not closed
 */
public record OfficeStock(
        OfficeCode office, String name, int stock, int safety, double perDay, int coming, int openDays)
        implements Comparable<OfficeStock> {

    /** How many days of service the stock and what is coming last; endless while nothing is used. */
    public double daysLeft() {
        return perDay == 0 ? Double.POSITIVE_INFINITY : (stock + coming) / perDay;
    }

    @Override
    public int compareTo(OfficeStock other) {
        int byNeed = Double.compare(daysLeft(), other.daysLeft());
        return byNeed == 0 ? office.value().compareTo(other.office.value()) : byNeed;
    }

    /** What can be spared above the safety stock and so many days of its own. */
    int spare(int days) {
        return (int) Math.max(0, stock - safety - Math.ceil(perDay * days));
    }

    /** What is missing for so many days. */
    int lacking(int days) {
        return perDay == 0 ? 0 : (int) Math.max(0, Math.ceil(perDay * days) + safety - stock - coming);
    }
}
