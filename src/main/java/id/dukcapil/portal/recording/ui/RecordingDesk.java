package id.dukcapil.portal.recording.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.recording.process.Receipts;
import id.dukcapil.portal.recording.process.RecordingDetails;
import id.dukcapil.portal.recording.process.RecordingPhase;
import id.dukcapil.portal.recording.process.Recordings;
import id.dukcapil.portal.staff.CurrentStaff;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Supplier;

/** What the sheets of a recording share: the recording as it was shown, the acts on it, and their keys. */
final class RecordingDesk implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient Recordings recordings;
    private final transient Receipts receipts;
    private final transient RecordingDetails shown;
    private final transient CurrentStaff staff;
    private final KeyHelp keys;
    private final transient Runnable changed;

    RecordingDesk(
            Recordings recordings,
            Receipts receipts,
            RecordingDetails shown,
            CurrentStaff staff,
            KeyHelp keys,
            Runnable changed) {
        this.recordings = recordings;
        this.receipts = receipts;
        this.shown = shown;
        this.staff = staff;
        this.keys = keys;
        this.changed = changed;
    }

    RecordingDetails shown() {
        return shown;
    }

    Recordings recordings() {
        return recordings;
    }

    KeyHelp keys() {
        return keys;
    }

    Runnable changed() {
        return changed;
    }

    boolean mayRegister() {
        return staff.may(Permission.RECORDING_REGISTER);
    }

    boolean mayRecord() {
        return staff.may(Permission.RECORDING_RECORD);
    }

    /** Whether the person who is signed in has this file for the recording. */
    boolean isHeldByMe() {
        return shown.phase() == RecordingPhase.RECORDING
                && shown.isHeldBy(staff.require().id().value());
    }

    boolean isRegisteredByMe() {
        return shown.isRegisteredBy(staff.require().id().value());
    }

    /** Acts, says what was done, and shows what holds now; also when a colleague was faster or the procedure forbids it. */
    void act(String done, Supplier<Optional<RecordingDetails>> verb) {
        try {
            verb.get().ifPresent(recording -> Notify.done("%s: %s.".formatted(recording.number(), done)));
        } catch (InvalidInput missing) {
            // What was ticked and typed stays
            Notify.warning(String.valueOf(missing.getMessage()));
            return;
        } catch (ChangedMeanwhile | IllegalMove refused) {
            Notify.problem(String.valueOf(refused.getMessage()));
        }
        changed.run();
    }

    /** The same for a dialog, which shows at its field what is missing. */
    void reasoned(String done, Supplier<Optional<RecordingDetails>> verb) {
        try {
            verb.get().ifPresent(recording -> Notify.done("%s: %s.".formatted(recording.number(), done)));
        } catch (ChangedMeanwhile | IllegalMove refused) {
            Notify.problem(String.valueOf(refused.getMessage()));
        }
        changed.run();
    }

    Button primary(String label, Runnable act) {
        var button = new Button(label, click -> {
            act.run();
            click.getSource().setEnabled(true);
        });
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setDisableOnClick(true);
        keys.with("Enter", label, act);
        return button;
    }

    Button keyed(String label, String key, Runnable act) {
        keys.with(key, label, act);
        return new Button("%s (%s)".formatted(label, key.toUpperCase(Formats.INDONESIAN)), click -> act.run());
    }

    void showReceipt() {
        new PdfDialog(
                        "Tanda bukti perekaman " + shown.receipt(),
                        "tanda-bukti-%s.pdf".formatted(shown.number()),
                        () -> receipts.pdf(shown.number()).orElseThrow())
                .open();
    }

    /** What can happen at every step. */
    Div otherActs() {
        if (!mayRegister() && !mayRecord()) {
            return new Div();
        }
        Div acts = DetailPanel.actions(keyed("Gangguan teknis", "g", this::trouble));
        if (shown.phase().canBecome(RecordingPhase.LEFT)) {
            acts.add(keyed("Penduduk tidak melanjutkan", "x", this::leave));
        }
        return acts;
    }

    private void trouble() {
        ReasonDialog.ask(
                "Gangguan teknis",
                "Jeda kantor dinyatakan mulai sekarang dan tidak dihitung terhadap standar; akhiri di Jeda layanan.",
                "Nyatakan",
                what -> reasoned(
                        "gangguan dicatat dan jeda dinyatakan",
                        () -> recordings.trouble(shown.number(), shown.version(), what)));
    }

    private void leave() {
        ReasonDialog.askBeforeLoss(
                "Penduduk tidak melanjutkan?",
                "Perekaman %s berakhir tanpa rekaman.".formatted(shown.number()),
                "Catat",
                why -> reasoned(
                        "dicatat tidak dilanjutkan", () -> recordings.leave(shown.number(), shown.version(), why)));
    }
}
