package id.dukcapil.portal.sla;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Time in which an office could not work ("kerusakan teknis"), with who said so.
 *
 * @param to none while the office still cannot work
 * @param withdrawnAt when it was said that this was a mistake; such a pause counts nowhere
 * @param version grows with every change
 */
public record StatedPause(
        UUID id,
        OfficeCode office,
        Instant from,
        @Nullable Instant to,
        String reason,
        String statedBy,
        Instant statedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnWhy,
        int version) {

    public enum State {
        GOING_ON,
        OVER,
        WITHDRAWN
    }

    public State state() {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        return to == null ? State.GOING_ON : State.OVER;
    }

    StatedPause with(Instant begin, @Nullable Instant end, String why) {
        return new StatedPause(id, office, begin, end, why, statedBy, statedAt, withdrawnAt, withdrawnWhy, version);
    }

    StatedPause withdrawn(Instant at, String why) {
        return new StatedPause(id, office, from, to, reason, statedBy, statedAt, at, why, version);
    }
}
