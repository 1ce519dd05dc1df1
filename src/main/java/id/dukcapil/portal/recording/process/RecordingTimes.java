package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.common.procedure.StepTaken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How long a person waited, walked to the counter and was served, and how long each step of the procedure took so far.
 *
 * @param waiting before the call, and in the queue for the recording
 * @param way from the call to the counter; zero without a ticket
 * @param service all four steps together
 * @param steps of the procedure, the first one first
 */
public record RecordingTimes(Duration waiting, Duration way, Duration service, List<Duration> steps) {

    /**
     * Minutes as the procedure prints them.
     *
     * @param min 0 when only an upper limit is printed
     */
    public record Printed(int min, int max) {

        /** "5–10 mnt" or "paling lama 5 mnt". */
        public String words() {
            return min == 0 ? "paling lama %d mnt".formatted(max) : "%d–%d mnt".formatted(min, max);
        }

        /** Behind "4 mnt dari": "5–10" or "5". */
        public String range() {
            return min == 0 ? String.valueOf(max) : "%d–%d".formatted(min, max);
        }

        public boolean isExceededBy(Duration time) {
            return time.compareTo(Duration.ofMinutes(max)) > 0;
        }
    }

    /** "Paling lama 5 menit", "Paling lama 5-10 menit" twice, "Paling lama 5 menit". */
    public static final List<Printed> PRINTED =
            List.of(new Printed(0, 5), new Printed(5, 10), new Printed(5, 10), new Printed(0, 5));

    /** Of the four steps together. */
    public static final Printed WHOLE = new Printed(20, 30);

    public RecordingTimes {
        steps = List.copyOf(steps);
    }

    /** @param now end of the phase that is under way */
    public static RecordingTimes of(RecordingDetails recording, Instant now) {
        Instant called = Objects.requireNonNullElse(recording.calledAt(), recording.createdAt());
        Duration waiting = between(recording.arrivedAt(), called);
        Duration[] steps = {Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO};
        List<StepTaken<RecordingPhase, RecordingAction>> history = recording.history();
        for (int i = 0; i < history.size(); i++) {
            RecordingPhase phase = history.get(i).to();
            Instant end = i + 1 < history.size() ? history.get(i + 1).at() : now;
            Integer row = phase.row();
            if (row == null) {
                continue;
            }
            Duration stay = between(history.get(i).at(), end);
            if (phase == RecordingPhase.FORWARDED) {
                waiting = waiting.plus(stay);
            } else {
                steps[row - 1] = steps[row - 1].plus(stay);
            }
        }
        List<Duration> all = List.of(steps);
        return new RecordingTimes(
                waiting,
                between(called, recording.createdAt()),
                all.stream().reduce(Duration.ZERO, Duration::plus),
                all);
    }

    private static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }
}
