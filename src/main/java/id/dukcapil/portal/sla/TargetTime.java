package id.dukcapil.portal.sla;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a step may take, in minutes ("Mutu Baku: Waktu").
 *
 * @param min none when the procedure only names an upper limit ("paling lama")
 * @param max none when the procedure prints no time at all
 */
public record TargetTime(@Nullable Integer min, @Nullable Integer max) {

    public static final TargetTime UNKNOWN = new TargetTime(null, null);

    private static final Pattern PRINTED = Pattern.compile(
            "(?<atMost>paling lama )?(?<from>\\d+)(?: ?[-–] ?(?<to>\\d+))? (?<unit>menit|jam)",
            Pattern.CASE_INSENSITIVE);

    public TargetTime {
        if (min != null && (max == null || min > max)) {
            throw new IllegalArgumentException("From %s to %s minutes is no time".formatted(min, max));
        }
    }

    /**
     * Reads the cell of a procedure: "5 Menit", "1-2 jam", "Paling lama 5 menit", "Paling lama 5-10 menit".
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    public static TargetTime parse(@Nullable String printed) {
        if (printed == null || printed.isBlank()) {
            return UNKNOWN;
        }
        Matcher matcher = PRINTED.matcher(printed.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a time of a procedure: " + printed);
        }
        int unit = "jam".equalsIgnoreCase(matcher.group("unit")) ? 60 : 1;
        int from = Integer.parseInt(matcher.group("from")) * unit;
        String to = matcher.group("to");
        if (to != null) {
            return new TargetTime(from, Integer.parseInt(to) * unit);
        }
        return new TargetTime(matcher.group("atMost") == null ? from : null, from);
    }

    /** The sum of what is known; an upper limit alone as soon as one of the times is an upper limit alone. */
    public static TargetTime sum(Collection<TargetTime> times) {
        List<TargetTime> known = times.stream().filter(TargetTime::isKnown).toList();
        if (known.isEmpty()) {
            return UNKNOWN;
        }
        boolean limitOnly = known.stream().anyMatch(time -> time.min == null);
        return new TargetTime(limitOnly ? null : total(known, TargetTime::min), total(known, TargetTime::max));
    }

    private static int total(List<TargetTime> times, Function<TargetTime, @Nullable Integer> end) {
        int minutes = 0;
        for (TargetTime time : times) {
            Integer value = end.apply(time);
            minutes += value == null ? 0 : value;
        }
        return minutes;
    }

    public boolean isKnown() {
        return max != null;
    }

    /** What must not be exceeded; empty when nothing is printed. */
    public Optional<Duration> limit() {
        return Optional.ofNullable(max).map(Duration::ofMinutes);
    }

    /** Whether this is exactly so many minutes. */
    public boolean is(int minutes) {
        return max != null && max == minutes && (min == null || min == minutes);
    }

    /** "5 menit", "5–10 menit", "paling lama 5 menit", or "tidak tercantum". */
    public String words() {
        if (max == null) {
            return "tidak tercantum";
        }
        if (min == null) {
            return "paling lama %d menit".formatted(max);
        }
        return min.equals(max) ? "%d menit".formatted(max) : "%d–%d menit".formatted(min, max);
    }
}
