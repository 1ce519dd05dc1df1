package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts what a service found wrong at the field it is about; what is about no field is said in a notice. */
public final class FieldFindings {

    private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();

    /**
     * @param name as the service calls the field in its findings
     * @param field forgets its message as soon as it is changed
     */
    public <F extends Component & HasValidationProperties & HasValue<?, ?>> FieldFindings at(String name, F field) {
        fields.put(name, field);
        field.addValueChangeListener(change -> field.setInvalid(false));
        return this;
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
