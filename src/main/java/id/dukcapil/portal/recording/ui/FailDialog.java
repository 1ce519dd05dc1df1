package id.dukcapil.portal.recording.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.recording.process.Failure;

/** A recording that was not successful: why, and the file goes back to the registration. */
class FailDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient RecordingDesk desk;
    private final Select<Failure> why = Indonesian.select("Alasan");
    private final TextArea note = Indonesian.textArea("Keterangan (boleh kosong)");

    FailDialog(RecordingDesk desk) {
        super("Perekaman tidak berhasil", "Kembalikan ke registrasi", desk.changed());
        this.desk = desk;
        why.setItems(Failure.values());
        why.setItemLabelGenerator(failure -> failure == null ? "" : failure.label());
        findings().at("why", why).at("note", note);
        addFields(why, note);
    }

    @Override
    protected String act() {
        Failure chosen = why.getValue();
        if (chosen == null) {
            throw new InvalidInput("why", "Pilih alasannya.");
        }
        desk.recordings().fail(desk.shown().number(), desk.shown().version(), chosen, note.getValue());
        return "%s: tidak berhasil, berkas kembali ke registrasi."
                .formatted(desk.shown().number());
    }
}
