package id.dukcapil.portal.sla;

import id.dukcapil.portal.common.WaitingFor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stay of a case in one step of its procedure. A case can come back to a step and then has several stays in it.
 *
 * @param step number of the row in the procedure
 * @param to when the case went on; none while it is still there
 */
public record CaseInterval(
        int step,
        WaitingFor waitingFor,
        Instant from,
        @Nullable Instant to) {

    /** @throws IllegalArgumentException when it would end before it begins */
    public CaseInterval {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A stay from %s cannot end at %s".formatted(from, to));
        }
    }

    public boolean isRunning() {
        return to == null;
    }

    boolean waitsFor(WaitingFor party) {
        return waitingFor == party;
    }

    /** Its end, or the present while it goes on. */
    Instant endAt(Instant now) {
        if (to != null) {
            return to;
        }
        return now.isAfter(from) ? now : from;
    }
}
