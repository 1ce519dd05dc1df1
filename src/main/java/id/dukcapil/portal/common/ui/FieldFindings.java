package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.ValueContext;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts what a service found wrong at the field it is about; what is about no field is said in a notice. */
public final class FieldFindings {

    private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();

    /**
     * @param name as the service calls the field in its findings
     * @param field forgets its message as soon as it is changed, unless it has findings of its own
     */
    public <F extends Component & HasValidationProperties & HasValue<?, ?>> FieldFindings at(String name, F field) {
        fields.put(name, field);
        if (!(field instanceof IdentityField)) {
            field.addValueChangeListener(change -> field.setInvalid(false));
        }
        return this;
    }

    /**
     * What was typed but is no date, no hour or no number comes to the server as empty, and empty often means something:
     * "until it is revoked", "as the setting says".
     *
     * @throws InvalidInput with a finding for each such field
     */
    public void requireReadable() {
        var unreadable = new ArrayList<Finding>();
        fields.forEach(
                (name, field) -> unreadable(field).ifPresent(message -> unreadable.add(Finding.error(name, message))));
        if (!unreadable.isEmpty()) {
            throw new InvalidInput(unreadable);
        }
    }

    /** What the field itself says about something typed that it cannot read; nothing when it has a value, is empty or is hidden. */
    public static Optional<String> unreadable(Object field) {
        if (field instanceof Component shown
                && shown.isVisible()
                && field instanceof HasValue<?, ?> value
                && value.getValue() == null
                && field instanceof HasValidator<?> own) {
            // With a context the field leaves it to others whether it must be filled in
            ValidationResult result = own.getDefaultValidator().apply(null, new ValueContext(new Binder<>()));
            return result.isError() ? Optional.of(result.getErrorMessage()) : Optional.empty();
        }
        return Optional.empty();
    }

    public void show(InvalidInput invalid) {
        fields.values().forEach(field -> field.setInvalid(false));
        boolean first = true;
        for (Finding finding : invalid.findings()) {
            HasValidationProperties field = fields.get(finding.field());
            if (field == null) {
                Notify.problem(finding.message());
                continue;
            }
            field.setErrorMessage(finding.message());
            field.setInvalid(true);
            if (first && field instanceof Focusable<?> focusable) {
                focusable.focus();
                first = false;
            }
        }
    }
}
