package id.dukcapil.portal.sla;

import id.dukcapil.portal.calendar.TimeSpan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time in which the office cannot work although it is open ("kerusakan teknis"), as somebody has stated it.
 *
 * @param to when work could go on; none while it cannot
 * @param reason what was broken, in the words of who stated it
 */
public record ClockPause(Instant from, @Nullable Instant to, String reason) {

    /** @throws IllegalArgumentException when it would end before it begins or says no reason */
    public ClockPause {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A pause from %s cannot end at %s".formatted(from, to));
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A pause has a reason");
        }
    }

    boolean isOpenEnded() {
        return to == null;
    }

    boolean holdsAt(Instant moment) {
        return !moment.isBefore(from) && (to == null || moment.isBefore(to));
    }

    /** What of it is known by now. */
    TimeSpan knownAt(Instant now) {
        if (to != null) {
            return new TimeSpan(from, to);
        }
        return new TimeSpan(from, now.isAfter(from) ? now : from);
    }
}
