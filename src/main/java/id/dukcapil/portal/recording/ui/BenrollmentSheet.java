package id.dukcapil.portal.recording.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Fork;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.recording.process.RecordingAction;
import id.dukcapil.portal.recording.process.RecordingDetails;
import id.dukcapil.portal.recording.process.RecordingPhase;

/** Steps 3 and 4: the hand-over of the file, the outcome of Benrollment, and the file back to the person. */
class BenrollmentSheet extends Sheet {

    private static final long serialVersionUID = 1L;

    private final transient RecordingDesk desk;
    private final transient RecordingDetails shown;
    private final ScanField scan;

    BenrollmentSheet(RecordingDesk desk) {
        super(
                desk.shown().phase().isRecorded()
                        ? "Langkah 4 · Berkas kembali dengan bukti"
                        : "Langkah 3 · Perekaman di Benrollment");
        this.desk = desk;
        shown = desk.shown();
        scan = new ScanField("Pindai berkas %s untuk menerima".formatted(shown.number()), this::scanned);
        if (shown.phase().isRecorded()) {
            recorded();
            return;
        }
        if (shown.phase() == RecordingPhase.FORWARDED || shown.phase() == RecordingPhase.RECORDING) {
            handOver();
        }
        outcome();
    }

    private void handOver() {
        if (shown.phase() == RecordingPhase.RECORDING) {
            note("dipegang "
                    + shown.last(RecordingAction.TAKE_OVER).orElseThrow().actor());
        }
        if (!desk.mayRecord() || desk.isHeldByMe()) {
            return;
        }
        if (desk.isRegisteredByMe()) {
            beside(new StatusBadge("oleh petugas lain, bukan Anda", Tone.NEUTRAL));
            return;
        }
        padded(scan.withAnswer());
        padded(DetailPanel.actions(desk.primary("Terima berkas", this::takeOver)));
    }

    /** A scan confirms the hand-over of this file and of no other. */
    private void scanned(String text) {
        if (text.replaceFirst(".*/", "").equalsIgnoreCase(shown.number())) {
            takeOver();
        } else {
            scan.answer().say("Ini bukan berkas %s.".formatted(shown.number()), Tone.WARN);
        }
    }

    private void takeOver() {
        desk.act("berkas diterima", () -> desk.recordings().takeOver(shown.number(), shown.version()));
    }

    private void outcome() {
        boolean open = desk.isHeldByMe();
        var fork = new Fork("Hasil perekaman di Benrollment?", open ? desk.keys() : new KeyHelp())
                .way(
                        "Berhasil",
                        "Cetak tanda bukti perekaman, berkas ke penduduk",
                        () -> desk.act(
                                "perekaman berhasil, tanda bukti dibuat",
                                () -> desk.recordings().succeed(shown.number(), shown.version())))
                .way(
                        "Tidak berhasil",
                        "Alasan dan percobaan ke-%d, kembali ke registrasi".formatted(shown.attempts() + 1),
                        () -> new FailDialog(desk).open());
        fork.shut(open ? "" : "terbuka setelah serah terima");
        add(fork);
    }

    private void recorded() {
        note("Tanda bukti " + shown.receipt());
        var facts = new Div(new Paragraph("Status dapat dilihat penduduk di /status/%s".formatted(shown.code())));
        padded(facts);
        Div acts = DetailPanel.actions();
        if (desk.mayRecord() || desk.mayRegister()) {
            acts.add(desk.keyed("Tanda bukti perekaman", "b", desk::showReceipt));
            if (shown.phase() == RecordingPhase.RECORDED) {
                acts.add(desk.primary(
                        "Berkas diterima penduduk",
                        () -> desk.act(
                                "berkas kembali dengan bukti",
                                () -> desk.recordings().finish(shown.number(), shown.version()))));
            }
        }
        padded(acts);
    }
}
