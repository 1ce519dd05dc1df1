package id.dukcapil.portal.recording.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.recording.process.NextStop;

/** BcardManagement has a record: the explanation that the person gets, and where the person goes next. */
class AlreadyDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient RecordingDesk desk;
    private final TextArea explanation = Indonesian.textArea("Penjelasan kepada penduduk");
    private final RadioButtonGroup<NextStop> next = new RadioButtonGroup<>("Tawaran");

    AlreadyDialog(RecordingDesk desk) {
        super("Sudah rekam", "Kembalikan berkas", desk.changed());
        this.desk = desk;
        next.setItems(NextStop.values());
        next.setItemLabelGenerator(NextStop::label);
        next.setValue(NextStop.PRINT);
        findings().at("explanation", explanation);
        addFields(explanation, next);
    }

    @Override
    protected String act() {
        desk.recordings()
                .already(desk.shown().number(), desk.shown().version(), explanation.getValue(), next.getValue());
        return "%s: sudah rekam, berkas dikembalikan.".formatted(desk.shown().number());
    }
}
