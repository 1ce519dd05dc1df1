package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.activation.process.ActivationCounter;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.DropOut;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import java.util.List;

/** Why somebody leaves before the identity works: a short list for the step that is under way. */
class DropOutDialog extends FormDialog {

    private final transient ActivationCounter counter;
    private final transient ActivationDetails activation;
    private final RadioButtonGroup<DropOut> reason = new RadioButtonGroup<>("Alasan");
    private final TextField note = Indonesian.textField("Catatan (boleh kosong)");

    DropOutDialog(ActivationCounter counter, ActivationDetails activation, Runnable changed) {
        super(activation.name() + " keluar sebelum aktif", "Catat keluar", changed);
        this.counter = counter;
        this.activation = activation;
        Integer step = activation.status().row();
        List<DropOut> reasons = step == null ? List.of() : DropOut.at(step);
        reason.setItems(reasons);
        reason.setItemLabelGenerator(DropOut::label);
        if (!reasons.isEmpty()) {
            reason.setValue(reasons.getFirst());
        }
        findings().at("reason", note);
        addFields(reason, note);
        actOnEnter();
    }

    @Override
    protected String act() {
        if (reason.getValue() == null) {
            throw new InvalidInput("reason", "Pilih alasannya.");
        }
        counter.abandon(activation.number(), reason.getValue(), note.getValue());
        return "%s dicatat keluar: %s."
                .formatted(activation.name(), reason.getValue().label());
    }
}
