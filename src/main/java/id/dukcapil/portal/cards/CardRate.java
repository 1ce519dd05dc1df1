package id.dukcapil.portal.cards;

import java.time.LocalDate;

/**
 * How fast an office uses up its cards, over the latest days on which it served.
 *
 * @param printed cards printed well
 * @param spoilt cards misprinted or damaged, which leave the stock just as well
 * @param workingDays on how many days of service; 0 while the ledger is younger than one
 * @param from the first of those days, or today when there is none
 */
public record CardRate(int printed, int spoilt, int workingDays, LocalDate from) {

    /** Cards that leave the stock on a day of service, on the average. */
    public double perDay() {
        return workingDays == 0 ? 0 : (double) (printed + spoilt) / workingDays;
    }

    /** The part of them that is spoilt, between 0 and 1. */
    public double spoiltShare() {
        return printed + spoilt == 0 ? 0 : (double) spoilt / (printed + spoilt);
    }

    /** Whether it says anything about the days to come. */
    public boolean isKnown() {
        return perDay() > 0;
    }
}
