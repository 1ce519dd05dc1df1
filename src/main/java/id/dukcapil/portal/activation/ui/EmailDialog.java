package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.activation.process.ActivationCounter;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;

/** Another address for the code, with the reason. */
class EmailDialog extends FormDialog {

    private final transient ActivationCounter counter;
    private final transient ActivationDetails activation;
    private final EmailField email = Indonesian.emailField("Surel baru");
    private final TextField reason = Indonesian.textField("Alasan");

    EmailDialog(ActivationCounter counter, ActivationDetails activation, Runnable changed) {
        super("Ganti surel " + activation.name(), "Ganti dan kirim kode", changed);
        this.counter = counter;
        this.activation = activation;
        email.setManualValidation(true);
        reason.setValue("Surel tidak sampai");
        findings().at("email", email).at("reason", reason);
        addFields(email, reason);
        actOnEnter();
    }

    @Override
    protected String act() {
        counter.changeEmail(activation.number(), email.getValue(), reason.getValue());
        return "Kode baru aktivasi %s dikirim.".formatted(activation.number());
    }
}
