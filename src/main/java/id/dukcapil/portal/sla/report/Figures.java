package id.dukcapil.portal.sla.report;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.sla.stay.Tally;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Figures as they are written and coloured on pages and papers of the report. */
public final class Figures {

    public static final String NONE = "–";

    private Figures() {}

    /** "4,3 mnt" up to an hour, then "2 jam 10 mnt". */
    public static String time(int seconds) {
        return seconds < 3_600
                ? Formats.decimal(seconds / 60.0) + " mnt"
                : Formats.workingTime(Duration.ofSeconds(seconds));
    }

    public static String onTime(Tally tally) {
        return tally.measured() == 0 ? NONE : Formats.percent(tally.onTimeShare());
    }

    /** "naik 2,1" in points of a hundred. */
    public static String change(double points) {
        double rounded = Math.round(points * 1_000) / 10.0;
        if (rounded == 0) {
            return "tetap";
        }
        return (rounded > 0 ? "naik " : "turun ") + Formats.decimal(Math.abs(rounded));
    }

    /** Of the ninetieth percentile against its standard. */
    public static Tone tone(Tally tally, @Nullable Integer standardSeconds) {
        if (standardSeconds == null || tally.count() == 0) {
            return Tone.NEUTRAL;
        }
        if (tally.p90() <= standardSeconds) {
            return Tone.OK;
        }
        return tally.p90() <= 2L * standardSeconds ? Tone.WARN : Tone.LATE;
    }
}
