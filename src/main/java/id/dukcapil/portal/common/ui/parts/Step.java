package id.dukcapil.portal.common.ui.parts;

import id.dukcapil.portal.common.ui.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A step of a procedure as a {@link StepStrip} shows it.
 *
 * @param title "Pindai QR"
 * @param note the line below the title, usually the actor; empty for none
 * @param time as it is read: "4 mnt dari 5–10", "2 dari 3"; empty for none
 * @param tone how that time compares with the standard
 * @param share part of the allowed time that the current step has used, between 0 and 1
 * @param ways where the step leads besides the next one: "tidak benar: berkas kembali"
 */
public record Step(
        String title, String note, String time, Tone tone, Progress progress, double share, List<String> ways) {

    /** How far the step is. */
    public enum Progress {
        DONE("selesai"),
        CURRENT("berjalan"),
        /** Current, after at least one attempt that failed. */
        REPEATED("diulang"),
        /** It cannot go on without an act. */
        STOPPED("terhenti"),
        AHEAD("belum");

        private final String word;

        Progress(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        String cssClass() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Step {
        ways = List.copyOf(ways);
    }

    public static Step of(Progress progress, String title, String time) {
        return new Step(title, "", time, Tone.NEUTRAL, progress, 0, List.of());
    }

    /** A current step; what of its allowed time is used fills its bar. */
    public static Step current(String title, String time, double share) {
        return new Step(title, "", time, Tone.NEUTRAL, Progress.CURRENT, Math.clamp(share, 0, 1), List.of());
    }

    public Step by(String actor) {
        return new Step(title, actor, time, tone, progress, share, ways);
    }

    public Step timed(Tone judged) {
        return new Step(title, note, time, judged, progress, share, ways);
    }

    public Step or(String way) {
        var more = new ArrayList<>(ways);
        more.add(way);
        return new Step(title, note, time, tone, progress, share, more);
    }
}
