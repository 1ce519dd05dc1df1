package id.dukcapil.portal.sla.validity;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Minutes for one step of a procedure from a day on.
 *
 * @param office null for all offices
 * @param legalBasis the decree or instruction that sets it
 * @param decidedName who approved or rejected it; null while nobody has
 * @param decidedWhy of a rejection
 */
public record StepTime(
        UUID id,
        String standard,
        int step,
        @Nullable OfficeCode office,
        LocalDate validFrom,
        int minutes,
        String legalBasis,
        State state,
        UUID proposedBy,
        String proposedName,
        Instant proposedAt,
        @Nullable String decidedName,
        @Nullable Instant decidedAt,
        @Nullable String decidedWhy) {

    public enum State {
        PROPOSED("Diusulkan"),
        APPROVED("Disetujui"),
        REJECTED("Ditolak");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param place null asks for what holds in all offices */
    boolean holdsFor(@Nullable OfficeCode place, LocalDate day) {
        return state == State.APPROVED && !validFrom.isAfter(day) && (office == null || office.equals(place));
    }
}
