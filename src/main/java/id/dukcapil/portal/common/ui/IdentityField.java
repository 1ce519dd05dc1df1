package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Parsed;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A field for a number of sixteen digits that says by itself what is wrong: at once when further typing cannot mend it (a
 * letter, a digit too many, a date or region that does not exist), and when the field is left with digits missing. It
 * moves the focus nowhere; what is typed next may already be meant for the next field.
 */
public final class IdentityField<T> extends TextField {

    private static final int LENGTH = 16;
    private static final Pattern DIGITS_SO_FAR = Pattern.compile("[\\d\\s.\\-]*");

    /** Sixteen digits, grouped however somebody groups them, and enough more to see that there are too many. */
    private static final int LONGEST = 40;

    private final transient Function<String, Parsed<T>> reading;
    private boolean beingTyped;

    private IdentityField(String label, Function<String, Parsed<T>> reading) {
        super(label);
        this.reading = reading;
        setMaxLength(LONGEST);
        setAutocomplete(Autocomplete.OFF);
        setValueChangeMode(ValueChangeMode.LAZY);
        setManualValidation(true);
        addFocusListener(focus -> beingTyped = true);
        addBlurListener(blur -> {
            beingTyped = false;
            judge();
        });
        addValueChangeListener(change -> judge());
    }

    public static IdentityField<Nik> nik(String label) {
        return new IdentityField<>(label, Nik::parse);
    }

    public static IdentityField<FamilyCardNumber> familyCard(String label) {
        return new IdentityField<>(label, FamilyCardNumber::parse);
    }

    /** The number, as soon as it is complete and can be one. */
    public Optional<T> number() {
        return reading.apply(getValue()).value();
    }

    /** Shows or takes away the finding on what stands in the field now. An empty field is judged by who needs it filled. */
    void judge() {
        Parsed<T> parsed = reading.apply(getValue());
        boolean silent = getValue().isBlank() || beingTyped && isUnfinished();
        Optional<Finding> wrong =
                silent ? Optional.empty() : parsed.errors().stream().findFirst();
        setErrorMessage(wrong.map(Finding::message).orElse(""));
        setInvalid(wrong.isPresent());
    }

    private boolean isUnfinished() {
        return DIGITS_SO_FAR.matcher(getValue()).matches()
                && getValue().chars().filter(Character::isDigit).count() < LENGTH;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        // The number pad of a phone; the component hands no such attribute on to its input
        getElement().executeJs("this.inputElement.inputMode = 'numeric'");
    }
}
