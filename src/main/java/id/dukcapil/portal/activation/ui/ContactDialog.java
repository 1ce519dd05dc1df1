package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.activation.process.ActivationCounter;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;

/** Address and number as they stand on the telephone. */
class ContactDialog extends FormDialog {

    private final transient ActivationCounter counter;
    private final transient ActivationDetails activation;
    private final EmailField email = Indonesian.emailField("Surel");
    private final TextField phone = Indonesian.textField("Nomor ponsel");

    ContactDialog(ActivationCounter counter, ActivationDetails activation, Runnable changed) {
        super("Data " + activation.name(), "Data sesuai", changed);
        this.counter = counter;
        this.activation = activation;
        email.setManualValidation(true);
        findings().at("email", email).at("phone", phone);
        addFields(email, phone);
        actOnEnter();
    }

    @Override
    protected String act() {
        counter.registered(activation.number(), email.getValue(), phone.getValue());
        return "Data aktivasi %s dicatat.".formatted(activation.number());
    }
}
