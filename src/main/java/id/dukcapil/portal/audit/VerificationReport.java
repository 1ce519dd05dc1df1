package id.dukcapil.portal.audit;

import java.util.List;

/**
 * What a verification found.
 *
 * @param damages the first ones in the order of rows
 * @param damagesFound all of them, listed or not
 */
public record VerificationReport(long rows, long batches, int damagesFound, List<Damage> damages) {

    /** So many are listed; whoever has damaged more has damaged everything. */
    static final int LISTED = 1_000;

    public VerificationReport {
        damages = List.copyOf(damages);
    }

    public boolean isIntact() {
        return damagesFound == 0;
    }
}
