package id.dukcapil.portal.recording.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextArea;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.recording.process.Requirement;

/** Requirements that are not right: what is missing, and the file goes back. */
class GiveBackDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient RecordingDesk desk;
    private final CheckboxGroup<Requirement> missing = new CheckboxGroup<>("Yang kurang atau tidak benar");
    private final TextArea note = Indonesian.textArea("Keterangan untuk penduduk");

    GiveBackDialog(RecordingDesk desk) {
        super("Persyaratan tidak benar, kembalikan", "Kembalikan berkas", desk.changed());
        this.desk = desk;
        missing.setItems(Requirement.of(desk.shown().underAge()));
        missing.setItemLabelGenerator(Requirement::label);
        findings().at("note", note);
        addFields(missing, note);
    }

    @Override
    protected String act() {
        desk.recordings().giveBack(desk.shown().number(), desk.shown().version(), missing.getValue(), note.getValue());
        return "%s: berkas dikembalikan kepada penduduk.".formatted(desk.shown().number());
    }
}
