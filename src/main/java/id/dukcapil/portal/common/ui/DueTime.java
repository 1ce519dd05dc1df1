package id.dukcapil.portal.common.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How a case stands against the time its procedure allows, in working time of its office.
 *
 * @param left working time until it is due; negative by how much it is late
 * @param target working time allowed in all
 * @param due the moment itself
 * @param office zone in which the moment is shown
 */
public record DueTime(Duration left, Duration target, Instant due, ZoneId office) {

    private static final int LAST_PART = 4;

    public boolean isLate() {
        return left.isNegative();
    }

    /** {@code sisa 2 jam 10 mnt}, {@code terlambat 35 mnt} */
    public String text() {
        return (isLate() ? "terlambat " : "sisa ") + hoursAndMinutes();
    }

    /** Late, in its last quarter, or neither. */
    public Tone tone() {
        if (isLate()) {
            return Tone.LATE;
        }
        return left.multipliedBy(LAST_PART).compareTo(target) <= 0 ? Tone.WARN : Tone.OK;
    }

    /** {@code Jatuh tempo 23 November 2026, 09.05 WIB; dihitung dalam jam layanan} */
    public String explanation() {
        return "Jatuh tempo %s; dihitung dalam jam layanan".formatted(Formats.dateTime(due, office));
    }

    /** Begun minutes of lateness count as whole ones, so that nobody reads "terlambat 0 mnt". */
    private String hoursAndMinutes() {
        long minutes = isLate() ? (left.negated().toSeconds() + 59) / 60 : left.toMinutes();
        return Formats.workingTime(Duration.ofMinutes(minutes));
    }
}
