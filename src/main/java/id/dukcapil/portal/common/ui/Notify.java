package id.dukcapil.portal.common.ui;

import id.dukcapil.portal.common.ui.Toast.Line;
import java.time.Duration;

/**
 * Says in one sentence what was done or what went wrong, with the case number where there is one. A window has one
 * toast: a later sentence replaces an earlier one and counts it.
 */
public final class Notify {

    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(10);

    private Notify() {}

    /** Confirms what was done; goes away by itself. */
    public static void done(String sentence) {
        Toast.show(new Line(Tone.OK, sentence, SHORT));
    }

    /**
     * Confirms what was done and offers to take it back; the offer survives other sentences until its time is over or
     * another act can be taken back.
     *
     * @param time how long it can be taken back
     */
    public static void done(String sentence, Duration time, Runnable undo) {
        Toast.show(new Line(Tone.OK, sentence, time, undo));
    }

    /** Something to know before going on. */
    public static void warning(String sentence) {
        Toast.show(new Line(Tone.WARN, sentence, LONG));
    }

    /** What could not be done and why; stays until it is closed or another problem replaces it. */
    public static void problem(String sentence) {
        Toast.show(new Line(Tone.LATE, sentence, Line.UNTIL_CLOSED));
    }
}
