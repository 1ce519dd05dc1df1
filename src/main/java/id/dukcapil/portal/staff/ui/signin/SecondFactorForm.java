package id.dukcapil.portal.staff.ui.signin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.signin.SecondFactor;
import id.dukcapil.portal.staff.signin.SecondFactor.State;
import java.util.function.Consumer;

/** The own second factor: set it up, make new recovery codes, take it off. */
class SecondFactorForm extends Composite<Div> {

    private final transient SecondFactor factor;

    SecondFactorForm(SecondFactor factor) {
        this.factor = factor;
        getContent().addClassName("stack");
        show();
    }

    private void show() {
        getContent().removeAll();
        State state = factor.state();
        if (!state.enforced()) {
            getContent()
                    .add(
                            new Callout(
                                    "Peragaan",
                                    Tone.INFO,
                                    "Di sini langkah kedua boleh dilewati. Di luar peragaan ia wajib untuk peran yang menandatangani atau mengelola portal."));
        }
        if (state.setUp()) {
            showActive(state);
        } else {
            getContent()
                    .add(
                            new Paragraph("Selain kata sandi, portal menanyakan kode dari aplikasi di ponsel Anda."
                                    + (state.required() ? " Peran Anda mewajibkannya." : "")),
                            new Button("Pasang aplikasi autentikator", click -> enrol()));
        }
    }

    private void showActive(State state) {
        getContent()
                .add(new Paragraph("Aplikasi autentikator terpasang. Sisa kode pemulihan: %d."
                        .formatted(state.unusedRecoveryCodes())));
        var actions = new Div(new Button("Buat kode pemulihan baru", click -> askCode("Buat kode", this::renew)));
        actions.addClassName("actions");
        if (!(state.required() && state.enforced())) {
            actions.add(new Button("Lepas", click -> askCode("Lepas langkah kedua", this::remove)));
        }
        getContent().add(actions);
    }

    private void enrol() {
        getContent().removeAll();
        getContent().add(new EnrolmentPanel(factor, enrolment -> show()), new Button("Batal", click -> show()));
    }

    private void renew(String code) {
        var codes = factor.newRecoveryCodes(code);
        getContent().removeAll();
        getContent().add(new RecoveryCodes(codes, this::show));
    }

    private void remove(String code) {
        factor.remove(code);
        Notify.done("Langkah kedua dilepas dari akun Anda.");
        show();
    }

    /** The act is done only with the app at hand. */
    private void askCode(String act, Consumer<String> action) {
        TextField code = Indonesian.textField("Kode yang sedang tampil di aplikasi");
        code.setMaxLength(7);
        var go = new Button(act, click -> {
            try {
                action.accept(code.getValue());
            } catch (InvalidInput wrong) {
                code.setInvalid(true);
                code.setErrorMessage(wrong.getMessage());
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(go, new Button("Batal", click -> show()));
        actions.addClassName("actions");
        var form = new Div(code, actions);
        form.addClassNames("stack", "narrow");
        getContent().removeAll();
        getContent().add(form);
        code.focus();
    }
}
