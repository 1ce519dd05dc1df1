package id.dukcapil.portal.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which cases of a register are shown. */
public enum CaseList {
    /** Everything that still has to be done. */
    OPEN("Terbuka"),
    /** Open, and the time is over. */
    LATE("Lewat waktu"),
    ALL("Semua");

    private final String label;

    CaseList(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * How much there is to do, for the desk.
     *
     * @param nextDue when the first of the open ones is due, or null when there is none
     */
    public record Waiting(int open, int late, @Nullable Instant nextDue) {}
}
