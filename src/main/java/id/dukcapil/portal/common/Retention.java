package id.dukcapil.portal.common;

import java.time.Instant;
import java.time.Period;
import java.util.OptionalLong;

/**
 * A kind of data that is not kept for ever (UU 27/2022 art. 42 to 44). For each such bean the privacy job removes or
 * anonymises what is older than its rule allows, and records how much.
 *
 * @param key stable name under which the office's own period is stored, "booking"
 * @param label "Pemesanan antrean cetak yang sudah selesai"
 * @param outcome what happens at the end: "identitas pemohon dihapus, angka statistik tetap"
 * @param basis the legal or practical reason for the period
 * @param standard kept this long unless the office decides otherwise
 * @param fixed whether the period is promised to others and the office may not change it
 */
public record Retention(
        String key, String label, String outcome, String basis, Period standard, boolean fixed, Removal removal) {

    /** How what is over is found and removed. */
    public interface Removal {

        int STEP = 1_000;

        /** How many records {@link #removeEndedBefore} would find; nothing when that cannot be said cheaply. */
        default OptionalLong endedBefore(Instant moment) {
            return OptionalLong.empty();
        }

        /**
         * Removes at most {@code limit} records that ended before that moment, in the caller's transaction, which records how
         * many were removed.
         *
         * @return how many were removed; less than the limit means that nothing is left to remove
         */
        int removeEndedBefore(Instant moment, int limit);

        /** Removes everything that ended before that moment, in small steps that hold no lock for long. */
        default void removeAllEndedBefore(Instant moment) {
            int removed = STEP;
            while (removed >= STEP) {
                removed = removeEndedBefore(moment, STEP);
            }
        }
    }

    /** A period that the office may change. */
    public Retention(String key, String label, String outcome, String basis, Period standard, Removal removal) {
        this(key, label, outcome, basis, standard, false, removal);
    }

    /** Cases of a public service that are over: the person is kept as long as somebody may still complain or inspect. */
    public static Retention ofCases(String key, String label, String outcome, Removal removal) {
        return new Retention(
                key,
                label,
                outcome,
                "UU 27/2022 Pasal 42 dan 44; masa pengaduan layanan dan pemeriksaan, sesuaikan dengan jadwal retensi"
                        + " arsip daerah",
                Period.ofYears(2),
                removal);
    }

    /** The same with a period that is promised to others. */
    public Retention promised() {
        return new Retention(key, label, outcome, basis, standard, true, removal);
    }

    public OptionalLong endedBefore(Instant moment) {
        return removal.endedBefore(moment);
    }

    public int removeEndedBefore(Instant moment, int limit) {
        return removal.removeEndedBefore(moment, limit);
    }
}
