package id.dukcapil.portal.calendar;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The hours of one day in the office's own time: counters are open from {@code opens} (inclusive) to {@code closes}
 * (exclusive) except during the rest. Both ends of the rest are given, or neither.
 */
public record ServiceHours(
        LocalTime opens,
        LocalTime closes,
        @Nullable LocalTime restFrom,
        @Nullable LocalTime restTo) {

    public ServiceHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("Opens %s, but closes %s".formatted(opens, closes));
        }
        if ((restFrom == null) != (restTo == null)) {
            throw new IllegalArgumentException("A rest has a beginning and an end");
        }
        if (restFrom != null
                && restTo != null
                && !(opens.isBefore(restFrom) && restFrom.isBefore(restTo) && restTo.isBefore(closes))) {
            throw new IllegalArgumentException(
                    "The rest %s-%s is not within %s-%s".formatted(restFrom, restTo, opens, closes));
        }
    }

    /** Hours without a rest. */
    public ServiceHours(LocalTime opens, LocalTime closes) {
        this(opens, closes, null, null);
    }

    /** Time that counts as work: opening time less the rest. */
    public Duration workingTime() {
        return Duration.between(opens, closes).minus(rest());
    }

    public Duration rest() {
        return restFrom == null || restTo == null ? Duration.ZERO : Duration.between(restFrom, restTo);
    }

    /** Whether people are served at this moment of the day. */
    public boolean servesAt(LocalTime time) {
        boolean open = !time.isBefore(opens) && time.isBefore(closes);
        return open && !restsAt(time);
    }

    private boolean restsAt(LocalTime time) {
        return restFrom != null && restTo != null && !time.isBefore(restFrom) && time.isBefore(restTo);
    }
}
