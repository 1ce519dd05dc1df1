package id.dukcapil.portal.notification.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Indonesian;
import java.util.function.Consumer;

/** Asks for an e-mail address and does something with it; what is wrong with it is said at the field. */
class AddressDialog extends Dialog {

    private final EmailField address = Indonesian.emailField("Alamat e-mail");
    private final transient Consumer<String> act;

    /** @param act may throw {@link InvalidInput}; then the dialog stays open */
    AddressDialog(String title, String explanation, String label, String help, Consumer<String> act) {
        this.act = act;
        setHeaderTitle(title);
        setWidth("min(28rem, 96vw)");
        address.setWidthFull();
        address.setHelperText(help);
        add(new Paragraph(explanation), address);
        var send = new Button(label, click -> act());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.addClickShortcut(Key.ENTER);
        getFooter().add(new Button("Batal", click -> close()), send);
        address.setAutofocus(true);
    }

    private void act() {
        try {
            act.accept(address.getValue().strip());
            close();
        } catch (InvalidInput wrong) {
            address.setErrorMessage(wrong.findings().getFirst().message());
            address.setInvalid(true);
        }
    }
}
