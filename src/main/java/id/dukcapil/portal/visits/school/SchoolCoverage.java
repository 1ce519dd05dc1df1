package id.dukcapil.portal.visits.school;

/**
 * A school and how far its pupils are recorded.
 *
 * @param listed pupils on its latest list
 * @param ofAge those of 16 and older today
 * @param recorded of those of age, with or without a card
 * @param printReady recorded ones whose card can be printed now
 * @param toRecord of those of age, not yet recorded
 * @param unclear pupils whose data somebody has to look at
 */
public record SchoolCoverage(
        School school, int listed, int ofAge, int recorded, int printReady, int toRecord, int unclear) {

    /** Between 0 and 1; 0 without pupils of age. */
    public double share() {
        return ofAge == 0 ? 0 : (double) recorded / ofAge;
    }
}
