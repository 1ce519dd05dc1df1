package id.dukcapil.portal.staff.ui.signin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.staff.signin.OwnAccount;
import id.dukcapil.portal.staff.signin.PasswordPolicy;

/** Changes the own password; the fields appear when they are wanted. */
class PasswordForm extends Composite<Div> {

    private final transient OwnAccount account;
    private final transient Runnable changed;
    private final PasswordField present = new PasswordField("Kata sandi sekarang");
    private final NewPasswordFields next;
    private final Div form = new Div();
    private final Button open = new Button("Ganti kata sandi", click -> show(true));

    PasswordForm(OwnAccount account, PasswordPolicy policy, Runnable changed) {
        this.account = account;
        this.changed = changed;
        next = new NewPasswordFields(policy.rule(), account::judge);
        present.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        present.addValueChangeListener(change -> present.setInvalid(false));
        var save = new Button("Simpan kata sandi", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(save, new Button("Batal", click -> show(false)));
        actions.addClassName("actions");
        form.addClassNames("stack", "narrow");
        form.add(present, next, actions);
        getContent().add(open, form);
        show(false);
    }

    private void show(boolean asked) {
        form.setVisible(asked);
        open.setVisible(!asked);
        present.clear();
        next.clear();
        if (asked) {
            present.focus();
        }
    }

    private void showAtField(InvalidInput refused) {
        if (refused.findings().stream().anyMatch(finding -> finding.field().equals(OwnAccount.PRESENT))) {
            present.setInvalid(true);
            present.setErrorMessage(refused.getMessage());
        } else {
            next.refuse(String.valueOf(refused.getMessage()));
        }
    }

    private void save() {
        next.value().ifPresent(password -> {
            try {
                account.changePassword(present.getValue(), password);
                show(false);
                changed.run();
                Notify.done("Kata sandi sudah diganti; sesi Anda di perangkat lain diakhiri.");
            } catch (InvalidInput refused) {
                showAtField(refused);
            }
        });
    }
}
