package id.dukcapil.portal.recording.ui;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Step;
import id.dukcapil.portal.common.ui.parts.StepStrip;
import id.dukcapil.portal.recording.process.RecordingDetails;
import id.dukcapil.portal.recording.process.RecordingPhase;
import id.dukcapil.portal.recording.process.RecordingTimes;
import id.dukcapil.portal.recording.process.RecordingTimes.Printed;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The four steps of the procedure with their actors, times against the printed ones, and ways out. */
final class ProcedureStrip {

    private static final List<Step> STEPS = List.of(
            Step.of(Step.Progress.AHEAD, "Serahkan berkas", "").by("Penduduk, tidak diwakili"),
            Step.of(Step.Progress.AHEAD, "Periksa, cek iris/sidik jari", "")
                    .by("Operator registrasi")
                    .or("tidak benar: berkas kembali")
                    .or("sudah rekam: penjelasan"),
            Step.of(Step.Progress.AHEAD, "Perekaman", "")
                    .by("Operator perekaman, petugas lain")
                    .or("tidak berhasil: ke registrasi"),
            Step.of(Step.Progress.AHEAD, "Berkas kembali dengan bukti", "").by("Penduduk"));

    private ProcedureStrip() {}

    static StepStrip of(RecordingDetails recording, RecordingTimes times) {
        return StepStrip.of(IntStream.range(0, STEPS.size())
                .mapToObj(i -> step(i, recording, times))
                .toList());
    }

    private static Step step(int index, RecordingDetails recording, RecordingTimes times) {
        Step plain = STEPS.get(index);
        Printed printed = RecordingTimes.PRINTED.get(index);
        Duration spent = times.steps().get(index);
        Step.Progress progress = progress(index, recording, spent);
        boolean begun = progress != Step.Progress.AHEAD;
        String time = begun ? "%s dari %s".formatted(Formats.duration(spent), printed.range()) : printed.words();
        Tone tone = begun ? printed.isExceededBy(spent) ? Tone.WARN : Tone.OK : Tone.NEUTRAL;
        double share = Math.clamp(
                (double) spent.toMillis() / Duration.ofMinutes(printed.max()).toMillis(), 0, 1);
        return new Step(plain.title(), plain.note(), time, tone, progress, share, plain.ways());
    }

    private static Step.Progress progress(int index, RecordingDetails recording, Duration spent) {
        Integer row = recording.phase().row();
        int current = row == null ? furthest(recording) + 1 : row;
        if (index + 1 < current) {
            return Step.Progress.DONE;
        }
        if (index + 1 > current) {
            return spent.isZero() ? Step.Progress.AHEAD : Step.Progress.DONE;
        }
        return recording.phase() == RecordingPhase.UNSUCCESSFUL
                ? Step.Progress.STOPPED
                : recording.attempts() > 0 && index == 2 ? Step.Progress.REPEATED : Step.Progress.CURRENT;
    }

    /** The last row of the procedure that an ended recording has reached. */
    private static int furthest(RecordingDetails recording) {
        return recording.history().stream()
                .map(step -> step.to().row())
                .mapToInt(row -> row == null ? 0 : row)
                .max()
                .orElse(0);
    }
}
