package id.dukcapil.portal.staff.ui.signin;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.signin.SignInProgress;
import id.dukcapil.portal.staff.signin.SignInStep;
import jakarta.annotation.security.PermitAll;

/** The second step of whoever has an authenticator app: its code, or a recovery code. */
@Route(value = "masuk/kode", autoLayout = false)
@PageTitle("Kode masuk")
@PermitAll
class CodeView extends StepPage {

    private final transient SignInProgress progress;
    private final TextField code = Indonesian.textField("Kode");
    private final Button go = new Button("Lanjutkan", click -> go());

    CodeView(SignInProgress progress, AuthenticationContext authentication) {
        super(SignInStep.CODE, progress, authentication);
        this.progress = progress;
        code.setMaxLength(16);
        code.getElement().setProperty("autocomplete", "one-time-code");
        code.setHelperText("Ponsel hilang? Ketik salah satu kode pemulihan.");
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER);
        ask("Kode dari aplikasi autentikator", "Ketik enam angka yang sedang tampil di ponsel Anda.", code, go);
        code.focus();
    }

    private void go() {
        try {
            follow(progress.enterCode(
                    code.getValue(), VaadinServletRequest.getCurrent(), VaadinServletResponse.getCurrent()));
            // The page is about to go; a second click would only find the code used
            go.setEnabled(false);
        } catch (InvalidInput wrong) {
            // Emptying the field also takes away what was said about it
            code.clear();
            code.setInvalid(true);
            code.setErrorMessage(wrong.getMessage());
            code.focus();
        }
    }
}
