package id.dukcapil.portal.staff.ui.signin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.dukcapil.portal.staff.signin.PasswordPolicy;
import id.dukcapil.portal.staff.signin.PasswordPolicy.Judgement;
import id.dukcapil.portal.staff.signin.PasswordPolicy.Strength;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A new password, typed twice, with a meter that says in a sentence what is still missing. */
class NewPasswordFields extends Composite<Div> {

    private static final int PAUSE_IN_TYPING = 250;

    private final PasswordField password = new PasswordField("Kata sandi baru");
    private final PasswordField repeated = new PasswordField("Ulangi kata sandi baru");
    private final Div meter = new Div();
    private final Span verdict = new Span();
    private final transient Function<String, Judgement> judge;

    NewPasswordFields(String rule, Function<String, Judgement> judge) {
        this.judge = judge;
        password.setHelperText(rule);
        password.setMaxLength(PasswordPolicy.LONGEST);
        password.setValueChangeMode(ValueChangeMode.LAZY);
        password.setValueChangeTimeout(PAUSE_IN_TYPING);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        repeated.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.addValueChangeListener(change -> show(change.getValue()));
        repeated.addValueChangeListener(change -> repeated.setInvalid(false));
        verdict.getElement().setAttribute("role", "status");
        var bar = new Div(new Div());
        bar.addClassName("bar");
        meter.add(bar, verdict);
        meter.addClassName("password-meter");
        getContent().addClassName("stack");
        getContent().add(password, meter, repeated);
        show("");
    }

    void focus() {
        password.focus();
    }

    /** Says at the fields what is wrong. */
    Optional<String> value() {
        Judgement judgement = judge.apply(password.getValue());
        show(password.getValue());
        password.setInvalid(!judgement.objections().isEmpty());
        password.setErrorMessage(String.join(" ", judgement.objections()));
        if (!judgement.objections().isEmpty()) {
            // Why, the field says now; the meter need not say it again
            verdict.setText(judgement.strength().label() + ".");
            return Optional.empty();
        }
        boolean same = password.getValue().equals(repeated.getValue());
        repeated.setInvalid(!same);
        repeated.setErrorMessage("Kedua isian belum sama.");
        return same ? Optional.of(password.getValue()) : Optional.empty();
    }

    /** For what only shows when the password is to be stored. */
    void refuse(String because) {
        password.setInvalid(true);
        password.setErrorMessage(because);
        password.focus();
    }

    void clear() {
        password.clear();
        repeated.clear();
        password.setInvalid(false);
        repeated.setInvalid(false);
    }

    private void show(String typed) {
        meter.setVisible(!typed.isEmpty());
        Judgement judgement = judge.apply(typed);
        for (Strength strength : Strength.values()) {
            meter.setClassName(strength.name().toLowerCase(Locale.ROOT), strength == judgement.strength());
        }
        verdict.setText(
                judgement.objections().isEmpty()
                        ? judgement.strength().label() + "."
                        : judgement.strength().label() + ": " + String.join(" ", judgement.objections()));
    }
}
