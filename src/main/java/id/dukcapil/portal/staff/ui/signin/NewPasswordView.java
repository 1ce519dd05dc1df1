package id.dukcapil.portal.staff.ui.signin;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.staff.signin.PasswordPolicy;
import id.dukcapil.portal.staff.signin.SignInProgress;
import id.dukcapil.portal.staff.signin.SignInStep;
import jakarta.annotation.security.PermitAll;

/** At the first sign-in and after a reset: a password of one's own instead of the one the administrator knows. */
@Route(value = "masuk/kata-sandi", autoLayout = false)
@PageTitle("Kata sandi baru")
@PermitAll
class NewPasswordView extends StepPage {

    private final transient SignInProgress progress;
    private final NewPasswordFields fields;
    private final Button save = new Button("Simpan dan lanjutkan", click -> save());

    NewPasswordView(SignInProgress progress, PasswordPolicy policy, AuthenticationContext authentication) {
        super(SignInStep.NEW_PASSWORD, progress, authentication);
        this.progress = progress;
        fields = new NewPasswordFields(policy.rule(), progress::judge);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        ask(
                "Buat kata sandi Anda sendiri",
                "Kata sandi yang Anda pakai sekarang diberikan oleh administrator. Gantilah sebelum bekerja.",
                fields,
                save);
        fields.focus();
    }

    private void save() {
        fields.value().ifPresent(password -> {
            try {
                progress.choosePassword(password);
                // The page is about to go; a second click has nothing left to save
                save.setEnabled(false);
                proceed();
            } catch (InvalidInput refused) {
                fields.refuse(String.valueOf(refused.getMessage()));
            }
        });
    }
}
