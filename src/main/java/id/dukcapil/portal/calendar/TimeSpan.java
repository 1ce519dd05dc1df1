package id.dukcapil.portal.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From one moment (inclusive) to another (exclusive). */
public record TimeSpan(Instant from, Instant to) {

    /** @throws IllegalArgumentException when it would end before it begins */
    public TimeSpan {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("From %s to %s is no span of time".formatted(from, to));
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /** What both have in common; empty when that takes no time. */
    public Optional<TimeSpan> overlap(TimeSpan other) {
        Instant begin = from.isAfter(other.from) ? from : other.from;
        Instant end = to.isBefore(other.to) ? to : other.to;
        return begin.isBefore(end) ? Optional.of(new TimeSpan(begin, end)) : Optional.empty();
    }

    /** What is left before and after the other one, by time. */
    Stream<TimeSpan> without(TimeSpan other) {
        return overlap(other).map(this::around).orElse(List.of(this)).stream().filter(span -> !span.isEmpty());
    }

    private List<TimeSpan> around(TimeSpan hole) {
        return List.of(new TimeSpan(from, hole.from), new TimeSpan(hole.to, to));
    }

    boolean isEmpty() {
        return from.equals(to);
    }
}
