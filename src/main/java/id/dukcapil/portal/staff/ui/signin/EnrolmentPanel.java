package id.dukcapil.portal.staff.ui.signin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.FocusOption;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.signin.SecondFactor;
import id.dukcapil.portal.staff.signin.SecondFactor.Enrolment;
import java.util.function.Consumer;

/** Sets up an authenticator app: scan, type its first code, keep the recovery codes. */
class EnrolmentPanel extends Composite<Div> {

    private final transient SecondFactor factor;
    private final transient Enrolment enrolment;
    private final transient Consumer<Enrolment> done;
    private final TextField code = Indonesian.textField("Kode dari aplikasi");

    /** @param done the recovery codes are kept; gets what was set up */
    EnrolmentPanel(SecondFactor factor, Consumer<Enrolment> done) {
        this.factor = factor;
        this.done = done;
        enrolment = factor.begin();
        code.setMaxLength(7);
        code.getElement().setProperty("autocomplete", "one-time-code");
        code.setHelperText("Enam angka yang sedang tampil");
        code.getElement().setAttribute("inputmode", "numeric");
        code.addKeyPressListener(Key.ENTER, press -> confirm());
        var confirm = new Button("Pasang", click -> confirm());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getContent().addClassNames("stack", "narrow");
        getContent()
                .add(
                        new Paragraph(
                                "Pindai dengan aplikasi autentikator di ponsel (misalnya Google Authenticator atau Aegis), lalu ketik kode yang tampil."),
                        new SquareCode(enrolment.address(), "Kode QR untuk aplikasi autentikator"),
                        new Paragraph("Tidak dapat memindai? Ketik kunci ini di aplikasi:"),
                        new Code(enrolment.typed()),
                        code,
                        confirm);
        // On a phone the code to scan stands above the field and shall stay in sight
        code.focus(FocusOption.PreventScroll.ENABLED);
    }

    private void confirm() {
        try {
            var codes = factor.confirm(enrolment, code.getValue());
            getContent().removeAll();
            getContent().add(new RecoveryCodes(codes, () -> done.accept(enrolment)));
        } catch (InvalidInput wrong) {
            code.setInvalid(true);
            code.setErrorMessage(wrong.getMessage());
        }
    }
}
