package id.dukcapil.portal.common;

import java.time.Instant;
import java.time.Period;
import java.util.OptionalLong;

/**
 * A kind of data that is not kept for ever (UU 27/2022 art. 42 to 44). The privacy job asks each such bean to remove or
 * anonymise what is older than its rule allows, and records what was removed.
 */
public interface Retained {

    /** Stable name under which the office's own period is stored, "booking". */
    String key();

    /** "Pemesanan antrean cetak yang sudah selesai" */
    String label();

    /** What happens at the end: "identitas pemohon dihapus, angka statistik tetap" */
    String outcome();

    /** The legal or practical reason for the period. */
    String basis();

    /** Kept this long unless the office decides otherwise. */
    Period standard();

    /** Whether the period is promised to others and the office may not change it. */
    default boolean fixed() {
        return false;
    }

    /** How many records {@link #removeEndedBefore} would find; nothing when that cannot be said cheaply. */
    default OptionalLong endedBefore(Instant moment) {
        return OptionalLong.empty();
    }

    /**
     * Removes at most {@code limit} records that ended before that moment, in a transaction: the caller's, which records in
     * it how many were removed, or one of its own.
     *
     * @return how many were removed; less than the limit means that nothing is left to remove
     */
    int removeEndedBefore(Instant moment, int limit);
}
