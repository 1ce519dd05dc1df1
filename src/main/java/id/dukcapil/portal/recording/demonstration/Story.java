package id.dukcapil.portal.recording.demonstration;

import id.dukcapil.portal.recording.process.RecordingAction;
import id.dukcapil.portal.recording.process.RecordingPhase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the recording of an invented person went: acts one after the other, each so many seconds after the one before. */
final class Story {

    record Act(
            @Nullable RecordingPhase from,
            RecordingPhase to,
            RecordingAction action,
            int seconds,
            boolean byRecorder,
            @Nullable String reason) {}

    private final List<Act> acts = new ArrayList<>();

    private Story then(
            RecordingAction action, RecordingPhase to, int seconds, boolean byRecorder, @Nullable String reason) {
        acts.add(new Act(acts.isEmpty() ? null : phase(), to, action, seconds, byRecorder, reason));
        return this;
    }

    static Story opened() {
        return new Story().then(RecordingAction.OPEN, RecordingPhase.ARRIVED, 0, false, null);
    }

    static Story checked(int pace) {
        return opened().then(
                        RecordingAction.RECEIVE, RecordingPhase.CHECKING, 60 + pace, false, "Wajah dan Kartu Keluarga")
                .then(
                        RecordingAction.ACCEPT,
                        RecordingPhase.BIOMETRIC_CHECK,
                        120 + pace,
                        false,
                        "Kartu Keluarga; Umur 17 tahun menurut KK atau akta kelahiran");
    }

    static Story forwarded(int pace) {
        return checked(pace).then(RecordingAction.NOT_YET, RecordingPhase.FORWARDED, 150 + pace, false, null);
    }

    static Story recording(int pace) {
        return forwarded(pace).then(RecordingAction.TAKE_OVER, RecordingPhase.RECORDING, 300 + 4 * pace, true, null);
    }

    static Story unsuccessful(int pace) {
        return recording(pace)
                .then(RecordingAction.FAIL, RecordingPhase.UNSUCCESSFUL, 420, true, "Sidik jari tidak terbaca");
    }

    static Story recorded(int pace) {
        return recording(pace).success(pace);
    }

    static Story secondAttempt(int pace) {
        return unsuccessful(pace)
                .then(RecordingAction.AGAIN, RecordingPhase.FORWARDED, 90, false, "Percobaan ke-2")
                .then(RecordingAction.TAKE_OVER, RecordingPhase.RECORDING, 200, true, null)
                .success(pace);
    }

    private Story success(int pace) {
        return then(RecordingAction.SUCCEED, RecordingPhase.RECORDED, 360 + 2 * pace, true, null)
                .then(RecordingAction.FINISH, RecordingPhase.FINISHED, 60, true, null);
    }

    static Story returned(int pace) {
        return opened().then(RecordingAction.RECEIVE, RecordingPhase.CHECKING, 60 + pace, false, "KTP lama")
                .then(
                        RecordingAction.GIVE_BACK,
                        RecordingPhase.RETURNED,
                        150 + pace,
                        false,
                        "Kurang: Kartu Keluarga; dibawa kartu keluarga lama");
    }

    static Story already(int pace) {
        return checked(pace)
                .then(
                        RecordingAction.ALREADY,
                        RecordingPhase.ALREADY_RECORDED,
                        130 + pace,
                        false,
                        "Rekaman sudah ada di BcardManagement. Diarahkan ke pencetakan KTP-el.");
    }

    List<Act> acts() {
        return acts;
    }

    RecordingPhase phase() {
        return acts.getLast().to();
    }

    int seconds() {
        return acts.stream().mapToInt(Act::seconds).sum();
    }

    int attempts() {
        return Math.toIntExact(acts.stream()
                .filter(act -> act.action() == RecordingAction.FAIL)
                .count());
    }
}
