package id.dukcapil.portal.recording.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.parts.Fork;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.recording.process.RecordingAction;
import id.dukcapil.portal.recording.process.RecordingDetails;
import id.dukcapil.portal.recording.process.RecordingPhase;
import id.dukcapil.portal.recording.process.Requirement;
import java.time.ZoneId;
import java.util.Set;

/** Steps 1 and 2, the work of the registration operator. */
class RegistrationSheet extends Sheet {

    private static final long serialVersionUID = 1L;

    private final transient RecordingDesk desk;
    private final transient RecordingDetails shown;

    RegistrationSheet(RecordingDesk desk, ZoneId zone) {
        super(
                desk.shown().phase() == RecordingPhase.ARRIVED
                        ? "Langkah 1 · Serahkan berkas"
                        : "Langkah 2 · Periksa persyaratan, cek iris/sidik jari");
        this.desk = desk;
        shown = desk.shown();
        shown.last(RecordingAction.RECEIVE)
                .ifPresent(step -> note("mulai %s, %s".formatted(Formats.time(step.at(), zone), step.actor())));
        if (!desk.mayRegister()) {
            padded(new Paragraph(so()));
            return;
        }
        switch (shown.phase()) {
            case ARRIVED -> arrived();
            case CHECKING -> checking();
            case BIOMETRIC_CHECK -> biometricCheck();
            case UNSUCCESSFUL -> unsuccessful();
            case FORWARDED, RECORDING, RECORDED, FINISHED, RETURNED, ALREADY_RECORDED, NOT_RECORDED, LEFT ->
                padded(new Paragraph(so()));
        }
    }

    /** The outcome of the registration so far, for those who do not act here. */
    private String so() {
        return shown.last(RecordingAction.ALREADY)
                .or(() -> shown.last(RecordingAction.GIVE_BACK))
                .map(step -> "%s. %s".formatted(step.action().label(), step.reason() == null ? "" : step.reason()))
                .or(() -> shown.last(RecordingAction.ACCEPT)
                        .map(step -> "Persyaratan benar: %s.".formatted(step.reason() == null ? "" : step.reason())))
                .orElseGet(() -> shown.phase().label() + ".");
    }

    private void arrived() {
        Select<String> identity = Indonesian.select("Penduduk dicocokkan di tempat dengan");
        identity.setItems("Wajah dan Kartu Keluarga", "KTP lama", "Kartu pelajar", "Ijazah", "Paspor");
        identity.setValue("Wajah dan Kartu Keluarga");
        var email = new EmailField("E-mail untuk kabar kartu (boleh kosong)");
        var fields = new Div(identity, email);
        fields.addClassName("form-stack");
        padded(fields);
        add(new Fork("Siapa yang menyerahkan berkas?", desk.keys())
                .way("Datang sendiri", "Terima berkas, mulai memeriksa persyaratan", () -> receive(identity, email))
                .way(
                        "Diwakilkan",
                        "Tidak dapat diwakili: berkas dikembalikan",
                        () -> desk.act(
                                "berkas dikembalikan, tidak dapat diwakili",
                                () -> desk.recordings()
                                        .leave(
                                                shown.number(),
                                                shown.version(),
                                                "Diwakilkan; penduduk harus datang sendiri"))));
    }

    private void receive(Select<String> identity, EmailField email) {
        desk.act(
                "berkas diterima",
                () -> desk.recordings()
                        .receive(shown.number(), shown.version(), identity.getValue(), email.getValue()));
    }

    private void checking() {
        var papers = new CheckboxGroup<Requirement>("Persyaratan pada berkas");
        papers.setItems(Requirement.of(shown.underAge()));
        papers.setItemLabelGenerator(Requirement::label);
        padded(papers);
        padded(DetailPanel.actions(
                desk.primary("Persyaratan benar", () -> accept(papers)),
                desk.keyed("Persyaratan tidak benar, kembalikan", "k", this::giveBack)));
    }

    private void accept(CheckboxGroup<Requirement> papers) {
        desk.act(
                "persyaratan benar",
                () -> desk.recordings().accept(shown.number(), shown.version(), Set.copyOf(papers.getValue())));
    }

    private void giveBack() {
        new GiveBackDialog(desk).open();
    }

    private void biometricCheck() {
        add(new Fork("Hasil cek di BcardManagement?", desk.keys())
                .way(
                        "Belum rekam",
                        "Beri nomor antrean perekaman, berkas ke operator perekaman",
                        () -> desk.act(
                                "berkas ke operator perekaman",
                                () -> desk.recordings().notYet(shown.number(), shown.version())))
                .way(
                        "Sudah rekam",
                        "Jelaskan, kembalikan berkas, tawarkan cetak KTP-el",
                        () -> new AlreadyDialog(desk).open()));
        padded(DetailPanel.actions(desk.keyed("Persyaratan tidak benar, kembalikan", "k", this::giveBack)));
    }

    private void unsuccessful() {
        var why = new Paragraph("Percobaan ke-%d tidak berhasil: %s"
                .formatted(
                        shown.attempts(),
                        shown.last(RecordingAction.FAIL)
                                .map(step -> String.valueOf(step.reason()))
                                .orElse("")));
        padded(why);
        add(new Fork("Perekaman tidak berhasil, lalu?", desk.keys())
                .way(
                        "Rekam lagi",
                        "Nomor antrean baru, berkas lagi ke operator perekaman",
                        () -> desk.act(
                                "berkas lagi ke operator perekaman",
                                () -> desk.recordings().again(shown.number(), shown.version())))
                .way("Akhiri", "Jelaskan, kembalikan berkas, datang lagi lain hari", this::end));
    }

    private void end() {
        ReasonDialog.ask(
                "Akhiri tanpa rekaman",
                "Berkas %s dikembalikan kepada penduduk.".formatted(shown.number()),
                "Akhiri",
                why -> desk.reasoned(
                        "diakhiri tanpa rekaman", () -> desk.recordings().end(shown.number(), shown.version(), why)));
    }
}
