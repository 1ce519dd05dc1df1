package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.InvalidInput;

/**
 * How many people a day takes.
 *
 * @param capacity all seats of the day
 * @param reserved those of them that only staff may give away
 */
public record QuotaRule(int capacity, int reserved) {

    static final int LARGEST = 5_000;

    public static final QuotaRule NONE = new QuotaRule(0, 0);

    /** @throws InvalidInput when the numbers cannot be a quota */
    public QuotaRule {
        if (capacity < 0 || capacity > LARGEST) {
            throw new InvalidInput("capacity", "Kapasitas harus antara 0 dan 5.000.");
        }
        if (reserved < 0 || reserved > capacity) {
            throw new InvalidInput("reserved", "Cadangan petugas harus antara 0 dan kapasitas.");
        }
    }

    /** The same within another limit, with the same part of the day for staff. */
    QuotaRule atMost(int limit) {
        return capacity <= limit ? this : new QuotaRule(limit, (int) ((long) reserved * limit / capacity));
    }
}
